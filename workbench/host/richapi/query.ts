/** Answers `load`: picks scalars and nested objects of an object or of a collection's items. */
import { notBuilt } from "../model/errors";
import type { HostObject, Members, ObjectOf } from "./registry";
import type { Session } from "./session";
import type { Targets, TypeName } from "./targets";
import { registry } from "./types/index";
import type { WireQuery } from "./wire";

type Answer = Record<string, unknown>;

const membersOf = <K extends TypeName>(value: ObjectOf<K>): Members<Targets[K]> => registry[value.type];

export const identityOf = <K extends TypeName>(value: ObjectOf<K>): Answer => ({ ...membersOf(value).identity?.(value.target) });

const wireName = (names: object | undefined, wanted: string): string | undefined =>
  Object.keys(names ?? {}).find((name) => name.toLowerCase() === wanted.toLowerCase());

/** Adds to `answer` what the paths ask for; a path is `values` or `format/fill/color`, and `*` stands for all scalars. */
const select = <K extends TypeName>(value: ObjectOf<K>, paths: readonly string[], session: Session, answer: Answer): void => {
  const members = membersOf(value);
  const nested = new Map<string, string[]>();
  for (const path of paths) {
    const [head = "", ...rest] = path.split("/");
    const scalar = wireName(members.scalars, head);
    if (head === "*" || head.toLowerCase() === "$all") {
      for (const [name, each] of Object.entries(members.scalars ?? {})) {
        answer[name] = each.get(value.target, session);
      }
    } else if (scalar !== undefined && rest.length === 0) {
      answer[scalar] = members.scalars?.[scalar]?.get(value.target, session);
    } else if (head !== "" && head.toLowerCase() !== "$none") {
      const navigation = wireName(members.navigations, head);
      if (navigation === undefined) {
        throw notBuilt(`${value.type}.${head}`);
      }
      nested.set(navigation, [...(nested.get(navigation) ?? []), rest.length > 0 ? rest.join("/") : "*"]);
    }
  }
  for (const [navigation, inner] of nested) {
    const child = members.navigations?.[navigation]?.(value.target, session) ?? null;
    answer[navigation] = child === null ? { _IsNull: true } : answerQuery(child, { Select: inner }, session);
  }
};

/** The identity of an object (and of every item) goes with each answer, so that the client can address it again. */
export const answerQuery = (value: HostObject, query: WireQuery, session: Session): Answer => {
  const asked = [...(query.Select ?? (query.Expand ? [] : ["*"])), ...(query.Expand ?? []).map((path) => `${path}/*`)];
  const paths = asked.map((path) => path.replace(/^items(\/|$)/i, "")).map((path) => path.replace(/\/items(?=\/|$)/gi, ""));
  return answerPaths(value, paths, query, session);
};

const answerPaths = <K extends TypeName>(value: ObjectOf<K>, paths: readonly string[], query: WireQuery, session: Session): Answer => {
  const members = membersOf(value);
  const answer = identityOf(value);
  if (!members.items) {
    select(value, paths, session, answer);
    return answer;
  }
  const own = paths.filter((path) => wireName(members.scalars, path) !== undefined);
  select(value, own, session, answer);
  const skip = query.Skip ?? 0;
  const items = members.items(value.target, session).slice(skip, query.Top === undefined ? undefined : skip + query.Top);
  const forItems = paths.filter((path) => !own.includes(path));
  answer._Items = items.map((item) => answerQuery(item, { Select: forItems.map((path) => (path === "" ? "*" : path)) }, session));
  return answer;
};
