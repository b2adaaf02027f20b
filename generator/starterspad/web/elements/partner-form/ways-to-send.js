// The ways out of the form: an e-mail, a page of the repository, a file.
/** @import {Field, Repository} from "../../core/intake/form-types.js" */
/** @import {Partner} from "../../core/intake/partner-file.js" */
/** @import {PartnerFormPage} from "./partner-form.js" */
import { messageOf } from "../../core/intake/partner-message.js";
import { download, formatterOf, part, setText, textOf } from "../../base/page-parts.js";

// Longer addresses are cut off on the way: by mail programs, and by the repository's host.
const LONGEST_MAIL = 1800;
const LONGEST_ADDRESS = 3500;

/**
 * Offers the file by e-mail, on a page of the repository, and as a download.
 * @param {PartnerFormPage} page
 * @param {Partner} tree
 * @param {{id: string, text: string, change: string}} file
 */
export function showWaysOut(page, tree, { id, text, change }) {
  const { element, form } = page;
  const format = formatterOf(element);
  const copied = async (/** @type {string} */ words) => {
    await navigator.clipboard.writeText(words);
    setText(part(element, "copied"), format("join.copied"));
  };
  const message = letterOf(page, tree, change);
  setText(part(element, "message"), message);
  setText(part(element, "file"), text);
  part(element, "copy-mail").onclick = () => copied(message);
  part(element, "download").onclick = () => download(`${id}.yml`, "application/yaml", text);
  if (form.contact) {
    const mail = part(element, "mail", HTMLAnchorElement);
    const subject = encodeURIComponent(format("join.subject", { name: tree.name ?? "" }));
    const body = encodeURIComponent(message.replaceAll("\n", "\r\n"));
    const whole = `mailto:${form.contact}?subject=${subject}&body=${body}`;
    const fits = whole.length <= LONGEST_MAIL;
    mail.href = fits ? whole : `mailto:${form.contact}?subject=${subject}`;
    mail.onclick = () => fits || copied(message);
    if (!fits) setText(part(element, "mail-text"), format("join.mail_paste"));
  }
  if (form.repository) {
    const { address, carries } = forgeAddress(form.repository, id, text, change);
    const link = part(element, "forge", HTMLAnchorElement);
    link.href = address;
    link.onclick = () => carries || copied(text);
    if (!carries) setText(part(element, "forge-text"), format("join.forge_long"));
  }
}

/**
 * The page on which a pull request begins, and whether it carries the file: a change, a long file, and GitLab's page do
 * not.
 * @param {Repository} repository @param {string} id @param {string} text @param {string} change
 */
function forgeAddress({ url, forge, branch }, id, text, change) {
  const base = url.replace(/\/$/, "");
  const at = branch.split("/").map(encodeURIComponent).join("/");
  if (forge === "gitlab") {
    const name = encodeURIComponent(`partners/${id}.yml`);
    const address = change ? `${base}/-/edit/${at}/partners/${id}.yml` : `${base}/-/new/${at}?file_name=${name}`;
    return { address, carries: false };
  }
  if (change) return { address: `${base}/edit/${at}/partners/${id}.yml`, carries: false };
  const short = `${base}/new/${at}/partners?filename=${encodeURIComponent(`${id}.yml`)}`;
  const whole = `${short}&value=${encodeURIComponent(text)}`;
  return whole.length <= LONGEST_ADDRESS ? { address: whole, carries: true } : { address: short, carries: false };
}

/** @param {PartnerFormPage} page @param {Partner} tree @param {string} change */
function letterOf({ element, form, model }, tree, change) {
  const format = formatterOf(element);
  const site = element.dataset.site ?? "";
  const frame = {
    intro: format(change ? "join.letter_change" : "join.letter", { site }),
    licence: `${format("join.licence")} ${element.dataset.licence}`,
    end: format("join.letter_end"),
    language: element.dataset.language ?? "",
    change,
  };
  /** @param {Field} field @param {string} id */
  const words = ({ kind, path }, id) => {
    if (kind === "tasks") return textOf(model.tasks.find((task) => task.id === id)?.title ?? "");
    if (kind === "languages") return form.language_names[id] ?? "";
    return kind === "choice" || kind === "choices" ? format(`${path.split(".").at(-1)}.${id}`) : "";
  };
  return messageOf(tree, form, frame, (path) => format(`field.${path.replaceAll(".", "_")}`), words);
}
