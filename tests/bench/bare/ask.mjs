import { Pool } from 'undici';

/** Asks for the list of one account every half minute and reads it: the least that can be called watching. */
export function askOften({ BARE_ASK = '', BARE_KEY = '', BARE_ACCOUNT = '' }) {
  const pool = new Pool(BARE_ASK, { keepAliveTimeout: 60_000 });
  const ask = async () => {
    const { body } = await pool.request({
      path: '/connectedTerminals',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': BARE_KEY },
      body: JSON.stringify({ merchantAccount: BARE_ACCOUNT }),
    });
    await body.json();
  };
  setInterval(() => void ask(), 30_000);
  void ask();
}
