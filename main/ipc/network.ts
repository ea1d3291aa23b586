import { networkCheckText } from '../../assets/locales/network-check.ts';
import { setNetwork } from '../settings/edit-network.ts';
import type { NetworkCheckReport } from '../terminal-api/network-check.ts';
import { done, failed, type Handlers } from './register.ts';
import type { Services } from './services.ts';

type Channels =
  | 'settings.setNetwork'
  | 'network.setPassword'
  | 'network.removePassword'
  | 'network.chooseCertificates'
  | 'network.check'
  | 'network.copyCheck';

type NetworkServices = Pick<
  Services,
  'network' | 'checkNetwork' | 'networkChanged' | 'chooseFile' | 'copyText' | 'words'
> & {
  settings: Pick<Services['settings'], 'current'>;
  managed: Pick<Services['managed'], 'current'>;
  secrets: Pick<Services['secrets'], 'proxyPassword'>;
  desk: Pick<Services['desk'], 'apply'>;
  language: Pick<Services['language'], 'locale'>;
};

/** The way to Adyen. The proxy's password comes in through here and never goes out again. */
export function networkHandlers(services: NetworkServices): Pick<Handlers, Channels> {
  const { settings, managed, secrets, desk, network, checkNetwork, words, language } = services;
  let last: NetworkCheckReport | null = null;
  const change = (to: Parameters<typeof setNetwork>[2]) =>
    desk.apply(setNetwork(settings.current(), managed.current(), to, network.readCertificates));
  return {
    'settings.setNetwork': change,
    async 'network.setPassword'({ password }) {
      const kept = await secrets.proxyPassword.set(password);
      services.networkChanged();
      return done({ kept });
    },
    'network.removePassword'() {
      secrets.proxyPassword.remove();
      services.networkChanged();
      return done(null);
    },
    async 'network.chooseCertificates'() {
      const path = await services.chooseFile(['pem', 'crt', 'cer']);
      if (path === null) return done({ chosen: false });
      const reply = change({ certificateFile: path });
      return reply.ok ? done({ chosen: true }) : reply;
    },
    async 'network.check'() {
      last = await checkNetwork();
      return done(last);
    },
    async 'network.copyCheck'() {
      if (last === null) return failed('not-found');
      await services.copyText(networkCheckText(last, words, language.locale()));
      return done(null);
    },
  };
}
