/** The package brings no types. */
declare module 'cytoscape-fcose' {
  import type { Ext } from 'cytoscape';
  const register: Ext;
  // eslint-disable-next-line import/no-default-export -- this is how the package exports itself
  export default register;
}
