/** A mark of each picture of a film, in order. */
export declare function picturesIn(path: string): Promise<string[]>
/** What colour each picture of a film is. */
export declare function coloursIn(path: string): Promise<('black' | 'red' | 'blue')[]>
/** What is heard in the middle of each second of a film, to the nearest 20 Hz; 0 is silence. */
export declare function tonesIn(path: string): Promise<number[]>
