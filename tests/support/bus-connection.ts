import { Message, MessageType, sessionBus, Variant } from '@particle/dbus-next';

/** A message as it came, its variants unwrapped. */
export interface BusMessage {
  sender: string;
  path: string;
  interface: string;
  member: string;
  body: unknown[];
}

export interface Call {
  destination: string;
  path: string;
  interface: string;
  member: string;
  /** D-Bus signature and values of the arguments; none where left out. */
  signature?: string;
  body?: unknown[];
}

/** Answers a call: signature and values. Null for a call that is not ours. */
export type Answer = { signature: string; body: unknown[] } | null;

export interface BusConnection {
  call(call: Call): Promise<unknown[]>;
  /** @param rule a D-Bus match rule */
  onSignal(rule: string, listener: (message: BusMessage) => void): Promise<void>;
  /** Owns a well-known name. */
  own(name: string): Promise<void>;
  disown(name: string): Promise<void>;
  answer(handler: (message: BusMessage) => Answer): void;
  emit(path: string, face: string, member: string, signature: string, body: unknown[]): void;
  /** Turns this connection into a pure listener to other programs' messages that match the rule. */
  monitor(rule: string, listener: (message: BusMessage) => void): Promise<void>;
  close(): void;
}

const daemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

export async function connectBus(address: string): Promise<BusConnection> {
  const bus = sessionBus({ busAddress: address });
  const listeners: ((signal: Message) => void)[] = [];
  bus.on('message', (message) => {
    if (message.type === MessageType.SIGNAL) for (const listener of listeners) listener(message);
  });
  let closed = false;
  await new Promise<void>((resolve, reject) => {
    bus.on('connect', resolve);
    // After `close` the socket may still complain; nobody is left to be told.
    bus.on('error', (error: unknown) => {
      if (!closed) reject(new Error(`no connection to the bus at ${address}`, { cause: error }));
    });
  });

  async function call(request: Call): Promise<unknown[]> {
    const reply = await bus.call(new Message(request));
    return reply === null ? [] : plainBody(reply);
  }

  return {
    call,
    async onSignal(rule, listener) {
      listeners.push((message) => {
        if (matches(rule, message)) listener(received(message));
      });
      await call({ ...daemon, member: 'AddMatch', signature: 's', body: [`type='signal',${rule}`] });
    },
    own: async (name) => void (await bus.requestName(name, 0)),
    disown: async (name) => void (await bus.releaseName(name)),
    answer(handler) {
      bus.addMethodHandler((message: Message) => {
        const answer = handler(received(message));
        if (answer) bus.send(Message.newMethodReturn(message, answer.signature, answer.body));
        return answer !== null;
      });
    },
    emit: (path, face, member, signature, body) =>
      bus.send(Message.newSignal(path, face, member, signature, body)),
    async monitor(rule, listener) {
      // A monitor that sends anything is thrown off the bus, and the library would answer calls it overhears.
      bus.addMethodHandler(() => true);
      bus.on('message', (message) => {
        if (message.type === MessageType.METHOD_CALL) listener(received(message));
      });
      await call({
        ...daemon,
        interface: 'org.freedesktop.DBus.Monitoring',
        member: 'BecomeMonitor',
        signature: 'asu',
        body: [[`type='method_call',${rule}`], 0],
      });
    },
    close() {
      closed = true;
      bus.disconnect();
    },
  };
}

/** The daemon sends what any of our rules asked for; this picks what one of them did. */
function matches(rule: string, message: Message): boolean {
  return rule.split(',').every((term) => {
    const [key, quoted = ''] = term.split('=');
    const value = quoted.slice(1, -1);
    if (key === 'sender') return message.sender === value;
    if (key === 'interface') return message.interface === value;
    if (key === 'member') return message.member === value;
    if (key === 'path') return message.path === value;
    throw new Error(`match rules are not understood with ${String(key)}`);
  });
}

function received(message: Message): BusMessage {
  return {
    sender: message.sender,
    path: message.path,
    interface: message.interface,
    member: message.member,
    body: plainBody(message),
  };
}

function plainBody(message: Message): unknown[] {
  const body: unknown[] = message.body;
  return body.map(plain);
}

/** Takes the wrapping off every variant, at any depth. */
function plain(value: unknown): unknown {
  if (value instanceof Variant) return plain(value.value);
  if (Buffer.isBuffer(value)) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  return value;
}
