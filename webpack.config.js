// Builds the add-in (default), the command line (--env target=cli) or the workbench page (--env target=workbench).
const fs = require("node:fs");
const path = require("node:path");
const webpack = require("webpack");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const swcOptions = require("./swc.config.js");
const { contentSecurityPolicy, readSettings } = require("./scripts/build/settings.js");

const OUT = path.resolve(__dirname, "dist");
const OFFICE_JS_PACKAGE = path.resolve(__dirname, "node_modules/@microsoft/office-js/dist");
// What the genuine client loads beside office.js when its host is Excel on the web, in the languages of the pane.
const OFFICE_JS_FILES = [
  "office.js",
  "excel-web-16.00.js",
  "o15apptofilemappingtable.js",
  "en-us/office_strings.js",
  "en-gb/office_strings.js",
  "cy-gb/office_strings.js",
];

module.exports = async (env = {}, argv = {}) => {
  const development = argv.mode === "development";
  const serving = Boolean(env.WEBPACK_SERVE);
  switch (env.target ?? "addin") {
    case "addin":
      return addin(development, serving);
    case "workbench":
      return workbench(development, serving);
    case "cli":
      return cli(development);
    default:
      throw new Error(`Unknown target "${env.target}": use addin, workbench or cli.`);
  }
};

function common(development, folder) {
  return {
    mode: development ? "development" : "production",
    devtool: "source-map",
    output: { path: folder, filename: "[name].js", clean: true },
    resolve: { extensions: [".tsx", ".ts", ".mjs", ".js"] },
    module: { rules: [{ test: /\.tsx?$/, exclude: /node_modules/, use: { loader: "swc-loader", options: swcOptions } }] },
    optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })] },
    plugins: [],
  };
}

function page(development, folder) {
  const config = common(development, folder);
  config.target = ["web", "es2020"];
  config.output.assetModuleFilename = "[name][ext]";
  config.output.chunkFilename = "[name].js";
  config.module.rules.unshift({ test: /\.[mc]?[jt]sx?$/, enforce: "pre", use: ["@fluentui/react-icons-atomic-webpack-loader"] });
  config.module.rules.push({ test: /highs\.wasm$/, type: "asset/resource" }, { test: /\.css$/, use: ["style-loader", "css-loader"] });
  // The sample partnership travels as a part of the build, so that trying it takes no request beyond the pane's own files.
  const sample = fs.readFileSync(path.resolve(__dirname, "samples/brackenshire.xlsx")).toString("base64");
  config.plugins.push(new webpack.DefinePlugin({ SAMPLE_WORKBOOK: JSON.stringify(sample) }));
  // The optimiser's loader names Node's own modules for its Node half, which a page never reaches.
  config.plugins.push(new webpack.IgnorePlugin({ resourceRegExp: /^node:/ }));
  config.performance = {
    hints: development ? false : "warning",
    // Before compression; about a third of it travels. Larger, and a page should come in a part of its own.
    maxEntrypointSize: 1_300_000,
    maxAssetSize: 1_300_000,
    assetFilter: (name) => name.endsWith(".js"),
  };
  return config;
}

/** The pane's page; guard comes first so that it can speak when Office.js does not. */
function panePage(officeJsUrl) {
  return new HtmlPlugin({
    filename: "taskpane.html",
    template: "./src/taskpane/taskpane.html",
    chunks: ["guard", "taskpane"],
    chunksSortMode: "manual",
    inject: false,
    templateParameters: (compilation, assets) => ({
      scripts: assets.js,
      officeJsUrl,
      contentSecurityPolicy: contentSecurityPolicy(officeJsUrl),
    }),
  });
}

const paneEntries = () => ({ guard: "./src/taskpane/guard.ts", taskpane: "./src/taskpane/index.tsx" });

async function addin(development, serving) {
  const settings = readSettings(process.env);
  const config = page(development, OUT);
  config.name = "addin";
  config.entry = paneEntries();
  config.output.clean = { keep: /^(cli|workbench)[\\/]/ };
  config.plugins.push(
    panePage(settings.officeJsUrl),
    new CopyPlugin({
      patterns: [
        { from: "assets/*.png", to: "assets/[name][ext]" },
        { from: "src/pages/*", to: "[name][ext]" },
        {
          from: "manifest.xml",
          to: "manifest.xml",
          transform: (content) => (development ? content : content.toString().replaceAll(settings.developmentUrl, settings.addinUrl)),
        },
      ],
    }),
  );
  if (!development) {
    config.plugins.push(sayWarnings(settings.warnings));
  }
  if (serving) {
    config.devServer = await secureServer(Number(process.env.npm_package_config_dev_server_port ?? 3000));
  }
  return config;
}

async function workbench(development, serving) {
  const entry = ["./workbench/index.tsx", "./workbench/index.ts"].find((file) => fs.existsSync(path.resolve(__dirname, file)));
  if (entry === undefined) {
    throw new Error("The workbench has no entry: workbench/index.tsx or workbench/index.ts is needed.");
  }
  const config = page(development, path.join(OUT, "workbench"));
  config.name = "workbench";
  config.entry = { ...paneEntries(), workbench: entry };
  config.performance = { hints: false };
  config.plugins.push(
    panePage("office-js/office.js"),
    new HtmlPlugin({ filename: "index.html", template: "./workbench/index.html", chunks: ["workbench"] }),
    new CopyPlugin({
      patterns: [
        { from: "assets/*.png", to: "assets/[name][ext]" },
        { from: "src/pages/*", to: "[name][ext]" },
        { from: "samples/*.xlsx", to: "samples/[name][ext]", noErrorOnMissing: true },
        // Unmodified, for trying and testing only: what ships takes Office.js from Microsoft.
        ...OFFICE_JS_FILES.map((file) => ({
          from: path.join(OFFICE_JS_PACKAGE, file),
          to: `office-js/${file}`,
          info: { minimized: true },
        })),
      ],
    }),
  );
  if (serving) {
    config.devServer = await secureServer(3001);
  }
  return config;
}

function cli(development) {
  const config = common(development, path.join(OUT, "cli"));
  config.name = "cli";
  config.target = "node20";
  config.entry = { "common-purse": "./src/cli/main.ts" };
  config.output.library = { type: "commonjs2" };
  // Readable stack traces matter more than size on a command line.
  config.optimization = { minimize: false };
  config.performance = { hints: false };
  // Libraries stay in node_modules, except the one that Node 20 can't require because it is written as ES modules only.
  config.externals = [
    ({ request }, callback) =>
      /^[a-z@]/i.test(request) && !/^hucre(\/|$)/.test(request) && !path.isAbsolute(request)
        ? callback(null, `commonjs ${request}`)
        : callback(),
  ];
  return config;
}

/** Prints after the build, where it is seen, instead of among the first lines. */
function sayWarnings(warnings) {
  return {
    apply(compiler) {
      compiler.hooks.done.tap("common-purse", () => {
        for (const warning of warnings) {
          process.stderr.write(`\n*** ${warning}\n\n`);
        }
      });
    },
  };
}

/** Excel and the genuine Office.js client accept https only. Certificates are made, and trust is asked for, only when serving. */
async function secureServer(port) {
  const server = { hot: true, port, host: "localhost", headers: { "Access-Control-Allow-Origin": "*" }, static: false };
  if (process.platform === "linux") {
    // No Excel runs on Linux, so no certificate needs to be trusted by one: the server makes its own, and the browser asks once.
    return { ...server, server: "https" };
  }
  const { ca, key, cert } = await require("office-addin-dev-certs").getHttpsServerOptions();
  return { ...server, server: { type: "https", options: { ca, key, cert } } };
}
