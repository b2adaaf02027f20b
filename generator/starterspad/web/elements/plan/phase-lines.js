// A phase of the plan as a line, which a stone of the path opens.
/** @import {Model} from "../../core/model-types.js" */
/** @import {PortalElement} from "../../base/portal-element.js" */
import { copyTemplate, part, setText } from "../../base/page-parts.js";

/**
 * Makes the line of a phase, without its steps.
 * @param {PortalElement} element
 * @param {Model["phases"][0]} phase
 */
export function phaseLine(element, { id, title, gate }) {
  const section = copyTemplate(element, "phase", HTMLDetailsElement);
  section.id = `phase-${id}`;
  section.dataset.phase = id;
  setText(part(section, "title"), title);
  part(section, "about", HTMLAnchorElement).href = `${element.dataset.root}phases/${id}/`;
  part(section, "gate-box").hidden = !gate;
  if (gate) {
    const link = part(section, "gate", HTMLAnchorElement);
    setText(link, gate);
    link.href = `${element.dataset.root}decide/${id}/`;
  }
  return section;
}

/** Opens the phase that a stone leads to. @param {HTMLElement} element */
export function openPhase(element) {
  const phase = document.getElementById(location.hash.slice(1));
  if (phase instanceof HTMLDetailsElement && element.contains(phase)) phase.open = true;
}
