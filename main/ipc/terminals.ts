import { addTerminals, moveTerminal, renameTerminal, watchTerminal } from '../settings/edit-terminals.ts';
import type { Services } from './services.ts';
import { done, type Handlers } from './register.ts';

type Channels =
  'terminals.add' | 'terminals.rename' | 'terminals.move' | 'terminals.watch' | 'terminals.copy';

export function terminalHandlers(services: Services): Pick<Handlers, Channels> {
  const { settings, watchlist, desk } = services;
  const known = () =>
    services.engine
      .overview()
      .stores.flatMap(({ account, reference, terminals }) =>
        terminals.map(({ poiid }) => ({ account, store: reference, poiid })),
      );
  return {
    'terminals.add': (request) => desk.apply(addTerminals(settings.current(), watchlist(), known(), request)),
    'terminals.rename': (request) => desk.apply(renameTerminal(settings.current(), known(), request)),
    'terminals.move'(request) {
      const reply = desk.apply(moveTerminal(settings.current(), watchlist(), known(), request));
      if (reply.ok) services.engine.move(request.account, request.poiid, request.store);
      return reply;
    },
    'terminals.watch': (request) => desk.apply(watchTerminal(settings.current(), known(), request)),
    async 'terminals.copy'({ poiid }) {
      await services.copyText(poiid);
      return done(null);
    },
  };
}
