// Style sheets are imported for their effect alone; this says so to the compiler.
declare module "*.css";
