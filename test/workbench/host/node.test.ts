// The shared scenario in plain Node.
import { bootNodeHost } from "../../../workbench/host/index";
import { runScenario } from "./scenario";

runScenario(bootNodeHost);
