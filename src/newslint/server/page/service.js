// The server's own API: one request for each question, each of which the next of its kind takes the place of.

const running = new Map();
let token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";

export class Refusal extends Error {
  constructor(status, reason) {
    super(reason);
    this.status = status;
  }
}

export const setToken = (value) => { token = value; };

// Answers null where a later question of the same kind has taken the place of this one.
export async function ask(address, { body, type = "application/json" } = {}) {
  const kind = address.split("?")[0];
  running.get(kind)?.abort();
  const control = new AbortController();
  running.set(kind, control);
  const headers = body === undefined ? {} : { "Content-Type": type };
  if (token) headers.Authorization = `Bearer ${token}`;
  try {
    const reply = await fetch(address, {
      method: body === undefined ? "GET" : "POST", body, headers, signal: control.signal,
    });
    if (reply.ok) {
      return reply.headers.get("content-type").startsWith("application/json") ? await reply.json() : await reply.text();
    }
    const { error } = await reply.json();
    throw new Refusal(reply.status, error.reason);
  } catch (cause) {
    if (cause.name === "AbortError") return null;
    if (cause instanceof Refusal) throw cause;
    throw new Refusal(0, "The server does not answer; is it still running?");
  } finally {
    if (running.get(kind) === control) running.delete(kind);
  }
}

export const story = (wish, fields) => ask(`/v1/${wish}`, { body: JSON.stringify(fields) });
