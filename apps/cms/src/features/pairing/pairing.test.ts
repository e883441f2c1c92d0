import { createKeyPair, randomNonce, signBytes } from '@akari/node-kit'
import { loginTranscript, PairingClaim } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachEngine } from '../../testing/running-cms.ts'
import { connectPlayer, LOBBY, pairedPlayer, requestPairing, signInPlayer } from '../../testing/test-player.ts'

onEachEngine((start) => {
  it('shows the same six digits on both sides and pairs after staff confirm', async () => {
    const cms = await start()
    const { nonce, offer, digits } = await requestPairing(cms)
    const ticket = { bearer: offer.ticket }
    expect(offer.code).toMatch(/^[A-HJKMNP-RT-Z2-46-9]{8}$/)
    // Before the player revealed its nonce, nobody can claim the code.
    expect((await cms.call('POST', '/api/pairing/claims', { body: { code: offer.code }, as: cms.local })).status).toBe(
      404,
    )
    await cms.call('POST', `/api/pairing/requests/${offer.requestId}/reveal`, { body: { nonce }, as: ticket })
    const typed = `${offer.code.slice(0, 4).toLowerCase()} ${offer.code.slice(4)}`
    const claim = PairingClaim.parse(
      (await cms.call('POST', '/api/pairing/claims', { body: { code: typed }, as: cms.local })).body,
    )
    expect(claim.digits).toBe(digits)
    const progress = () => cms.call('GET', `/api/pairing/requests/${offer.requestId}`, { as: ticket })
    expect((await progress()).body).toEqual({ state: 'claimed' })
    const confirm = () =>
      cms.call('POST', `/api/pairing/claims/${claim.requestId}/confirm`, {
        body: { attach: 'new', display: LOBBY },
        as: cms.local,
      })
    const display = (await confirm()).body as { id: string }
    expect((await progress()).body).toEqual({ state: 'confirmed', displayId: display.id })
    // A code is good for one pairing.
    expect((await confirm()).status).toBe(404)
    expect((await cms.call('POST', '/api/pairing/claims', { body: { code: offer.code }, as: cms.local })).status).toBe(
      404,
    )
  })

  it('refuses a nonce other than the one the player committed to', async () => {
    const cms = await start()
    const { offer } = await requestPairing(cms)
    const reveal = await cms.call('POST', `/api/pairing/requests/${offer.requestId}/reveal`, {
      body: { nonce: randomNonce() },
      as: { bearer: offer.ticket },
    })
    expect(reveal).toMatchObject({ status: 422, body: { code: 'pairing-refused' } })
    expect(
      (await cms.call('GET', `/api/pairing/requests/${offer.requestId}`, { as: { bearer: randomNonce() } })).status,
    ).toBe(401)
  })

  it('ends a request when staff see different digits', async () => {
    const cms = await start()
    const { nonce, offer } = await requestPairing(cms)
    const ticket = { bearer: offer.ticket }
    await cms.call('POST', `/api/pairing/requests/${offer.requestId}/reveal`, { body: { nonce }, as: ticket })
    await cms.call('POST', '/api/pairing/claims', { body: { code: offer.code }, as: cms.local })
    expect((await cms.call('DELETE', `/api/pairing/claims/${offer.requestId}`, { as: cms.local })).status).toBe(204)
    expect((await cms.call('GET', `/api/pairing/requests/${offer.requestId}`, { as: ticket })).body).toEqual({
      state: 'expired',
    })
  })

  it('lets a code expire after ten minutes', async () => {
    let now = new Date('2026-11-22T09:00:00+09:00')
    const cms = await start({ now: () => now })
    const { nonce, offer } = await requestPairing(cms)
    await cms.call('POST', `/api/pairing/requests/${offer.requestId}/reveal`, {
      body: { nonce },
      as: { bearer: offer.ticket },
    })
    now = new Date('2026-11-22T09:10:01+09:00')
    expect(
      (await cms.call('POST', '/api/pairing/claims', { body: { code: offer.code }, as: cms.local })).body,
    ).toMatchObject({ code: 'code-expired' })
  })

  it('makes whoever types five wrong codes wait, even with the right one', async () => {
    const cms = await start()
    const { nonce, offer } = await requestPairing(cms)
    await cms.call('POST', `/api/pairing/requests/${offer.requestId}/reveal`, {
      body: { nonce },
      as: { bearer: offer.ticket },
    })
    for (let i = 0; i < 5; i++) {
      expect(
        (await cms.call('POST', '/api/pairing/claims', { body: { code: 'AAAAAAAA' }, as: cms.local })).status,
      ).toBe(404)
    }
    expect((await cms.call('POST', '/api/pairing/claims', { body: { code: offer.code }, as: cms.local })).status).toBe(
      429,
    )
  })

  it('lets a player in with its own key only, each challenge once', async () => {
    const cms = await start()
    const { displayId, keys, offer, token } = await pairedPlayer(cms)
    expect((await cms.call('GET', '/api/player/alerts', { as: { bearer: token } })).status).toBe(200)
    const ask = async () =>
      ((await cms.call('POST', '/api/player/challenge', { body: { displayId } })).body as { challenge: string })
        .challenge
    const challenge = await ask()
    const signature = signBytes(loginTranscript(displayId, challenge, offer.keys.identity), keys.privateKey)
    const login = () => cms.call('POST', '/api/player/session', { body: { displayId, challenge, signature } })
    expect((await login()).status).toBe(201)
    expect((await login()).status).toBe(401)
    const other = await ask()
    const forged = signBytes(loginTranscript(displayId, other, offer.keys.identity), createKeyPair().privateKey)
    expect(
      (await cms.call('POST', '/api/player/session', { body: { displayId, challenge: other, signature: forged } }))
        .status,
    ).toBe(410)
  })

  it('ends the connection, the token and the key of a display that is unpaired', async () => {
    const cms = await start()
    const player = await pairedPlayer(cms)
    const link = await connectPlayer(cms, player)
    const revoked = new Promise<void>((resolve) => link.socket.once('display.revoked', resolve))
    const gone = new Promise<void>((resolve) => link.socket.once('disconnect', () => resolve()))
    expect((await cms.call('POST', `/api/displays/${player.displayId}/unpair`, { as: cms.local })).body).toMatchObject({
      status: 'unpaired',
    })
    await Promise.all([revoked, gone])
    expect((await cms.call('GET', '/api/player/alerts', { as: { bearer: player.token } })).status).toBe(401)
    await expect(signInPlayer(cms, player.displayId, player.keys, player.offer)).rejects.toThrow()
  })
})
