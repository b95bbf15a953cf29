import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** True while Latchdesk changes nothing: forms show what there is and cannot be used. */
export const ReadOnlyContext = createContext(false);

/** True where what writes has to be disabled. */
export const useReadOnly = (): boolean => useContext(ReadOnlyContext);
