/// <reference types="@astrojs/starlight" />

declare module 'virtual:problem-catalog' {
  /** The folder with the entries. */
  export const folder: string;
  /** The folder of all rooms of the toolkit. */
  export const rooms: string;
}
