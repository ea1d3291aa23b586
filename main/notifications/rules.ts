/** What the user, or the organisation, wants to be told. */
export interface NotificationRules {
  /** A terminal, a store or its stability is lost; also what is down at opening. */
  disconnected: boolean;
  reconnected: boolean;
  /** One reminder for each outage that lasts. */
  stillDisconnected: boolean;
  stillAfterMinutes: number;
  onlyInOpeningHours: boolean;
  sound: Sound;
}

/** `own`: the system's beep, whatever its notifications sound like. */
export type Sound = 'off' | 'system' | 'own';
