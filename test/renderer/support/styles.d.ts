// Style sheets are for the bundler; to the type checker they are files that exist.
declare module '*.scss'
