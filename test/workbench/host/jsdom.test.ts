/** @jest-environment jsdom */
// The shared scenario beside a jsdom document, which components use to render.
import { bootJsdomHost } from "../../../workbench/host/index";
import { runScenario } from "./scenario";

runScenario(bootJsdomHost);
