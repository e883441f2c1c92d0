/** Whether this page can draw streets by itself: by what, how fast, and if not, why not. */
export type GpuProbe = {
  fit: boolean
  why: 'fast' | 'noWebgl2' | 'software' | 'slow'
  renderer: string
  frameMs: number | null
}

/** Renderers that count with the processor: SwiftShader of Chromium, llvmpipe and softpipe of Mesa, WARP of Windows. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|\bwarp\b/i
const FRAMES = 8
const SIDE_PX = 1024
/** A picture that takes longer would be missed by the eye: thirty a second. */
const MOST_FRAME_MS = 33

const VERTEX = `#version 300 es
in vec2 at; void main() { gl_Position = vec4(at, 0.0, 1.0); }`
/** Some work for each pixel, about as much as streets with smooth edges. */
const FRAGMENT = `#version 300 es
precision highp float; uniform float turn; out vec4 colour;
void main() {
  float sum = turn;
  for (int n = 0; n < 24; n++) sum = fract(sin(sum * 12.9 + gl_FragCoord.x * 0.013 + gl_FragCoord.y * 0.017) * 43758.5);
  colour = vec4(sum, sum, sum, 1.0);
}`

/** Looks once, in some tens of milliseconds where there is a GPU, and lets go of it. */
export function probeGpu(page: Document, nowMs: () => number): GpuProbe {
  const canvas = page.createElement('canvas')
  canvas.width = canvas.height = SIDE_PX
  const gl = canvas.getContext('webgl2', { failIfMajorPerformanceCaveat: true })
  if (gl === null) return { fit: false, why: 'noWebgl2', renderer: '', frameMs: null }
  try {
    const named = gl.getExtension('WEBGL_debug_renderer_info')
    const renderer = String(gl.getParameter(named === null ? gl.RENDERER : named.UNMASKED_RENDERER_WEBGL)).slice(0, 150)
    if (SOFTWARE.test(renderer)) return { fit: false, why: 'software', renderer, frameMs: null }
    const frameMs = measured(gl, nowMs)
    if (frameMs === null) return { fit: false, why: 'noWebgl2', renderer, frameMs }
    return frameMs <= MOST_FRAME_MS
      ? { fit: true, why: 'fast', renderer, frameMs }
      : { fit: false, why: 'slow', renderer, frameMs }
  } finally {
    gl.getExtension('WEBGL_lose_context')?.loseContext()
  }
}

/** The middle one of some frames, each waited for until its pixels are there; null where nothing can be drawn. */
function measured(gl: WebGL2RenderingContext, nowMs: () => number): number | null {
  const program = gl.createProgram()
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type)
    if (shader === null) return null
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  gl.linkProgram(program)
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true) return null
  gl.useProgram(program)
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer())
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 3, -1, -1, 3]), gl.STATIC_DRAW)
  gl.enableVertexAttribArray(gl.getAttribLocation(program, 'at'))
  gl.vertexAttribPointer(gl.getAttribLocation(program, 'at'), 2, gl.FLOAT, false, 0, 0)
  const times = Array.from({ length: FRAMES }, (_, n) => {
    const from = nowMs()
    gl.uniform1f(gl.getUniformLocation(program, 'turn'), n)
    gl.drawArrays(gl.TRIANGLES, 0, 3)
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
    return nowMs() - from
  })
  return times.toSorted((a, b) => a - b)[FRAMES / 2] ?? null
}
