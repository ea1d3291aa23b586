import { Toast } from 'radix-ui';
import { X } from 'lucide-react';
import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { useWords } from '../hooks/use-words.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

interface Message {
  text: string;
  action?: { label: string; run: () => void };
  /** Until it is dismissed, or another comes. */
  stays?: boolean;
}

const ToastContext = createContext<(message: Message) => void>(() => {});

/** Says something in passing. */
export function useToast(): (message: Message) => void {
  return use(ToastContext);
}

/** Shows the last message, read aloud politely, for eight seconds unless it stays, or until dismissed. */
export function Toaster({ children }: { children: ReactNode }) {
  const words = useWords();
  const [shown, setShown] = useState<{ id: number; message: Message } | null>(null);
  const show = useCallback(
    (message: Message) => setShown((before) => ({ id: (before?.id ?? 0) + 1, message })),
    [],
  );

  return (
    <ToastContext value={show}>
      <Toast.Provider duration={8000} label={words('common:messages')} swipeDirection="down">
        {children}
        {shown !== null && (
          <Toast.Root
            key={shown.id}
            {...(shown.message.stays && { duration: Infinity })}
            onOpenChange={(open) => !open && setShown(null)}
            className="flex items-center gap-3 rounded-lg border border-line bg-raised py-2 pr-2 pl-4 shadow-float"
          >
            <Toast.Description className="min-w-0 flex-1">{shown.message.text}</Toast.Description>
            {shown.message.action && (
              <Toast.Action altText={shown.message.action.label} asChild>
                <Button look="quiet" onClick={shown.message.action.run}>
                  {shown.message.action.label}
                </Button>
              </Toast.Action>
            )}
            <Toast.Close asChild>
              <IconButton label={words('common:dismiss')}>
                <X aria-hidden />
              </IconButton>
            </Toast.Close>
          </Toast.Root>
        )}
        <Toast.Viewport
          label={words('common:messages')}
          className="fixed bottom-4 left-1/2 z-50 w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2"
        />
      </Toast.Provider>
    </ToastContext>
  );
}
