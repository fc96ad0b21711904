// The one set of compiler options that jest and webpack share, so that tests run what ships.
module.exports = {
  swcrc: false,
  jsc: {
    parser: { syntax: "typescript", tsx: true },
    transform: { react: { runtime: "automatic" } },
    target: "es2020",
  },
};
