// The peers are installed only by those who run the bench; peers.ts says which of their members it calls.
declare module "arquero";
declare module "@duckdb/node-api";
