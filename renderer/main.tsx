import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createSpeech } from '../assets/locales/index.ts';
import { App } from './app.tsx';
import { Toaster } from './components/toaster.tsx';
import './styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const { instance, speak } = createSpeech();

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={instance}>
      <Toaster>
        <App speak={speak} />
      </Toaster>
    </I18nextProvider>
  </StrictMode>,
);
