// The ways out of a form: an e-mail, a page of the repository, a file.
/** @import {Form, Repository} from "../core/intake/form-types.js" */
import { download, formatterOf, part, setText } from "./page-parts.js";

// Longer addresses are cut off on the way: by mail programs, and by the repository's host.
const LONGEST_MAIL = 1800;
const LONGEST_ADDRESS = 3500;

/**
 * What leaves a form: the letter and what it is about; the file of the repository, which is there already or not; and
 * what is kept as a file, the letter where nothing else is.
 * @typedef {object} Proposal
 * @property {string} subject
 * @property {string} message
 * @property {{path: string, text: string, there: boolean}} file
 * @property {{name: string, type: string, text: string}} kept
 */

/**
 * Offers a proposal by e-mail, on a page of the repository, and as a download.
 * @param {HTMLElement} element
 * @param {Form} form
 * @param {Proposal} proposal
 */
export function showWaysOut(element, form, { subject, message, file, kept }) {
  const format = formatterOf(element);
  const copied = async (/** @type {string} */ words) => {
    await navigator.clipboard.writeText(words);
    setText(part(element, "copied"), format("join.copied"));
  };
  setText(part(element, "message"), message);
  setText(part(element, "file"), kept.text);
  part(element, "copy-mail").onclick = () => copied(message);
  part(element, "download").onclick = () => download(kept.name, kept.type, kept.text);
  if (form.contact) {
    const mail = part(element, "mail", HTMLAnchorElement);
    const start = `mailto:${form.contact}?subject=${encodeURIComponent(subject)}`;
    const whole = `${start}&body=${encodeURIComponent(message.replaceAll("\n", "\r\n"))}`;
    const fits = whole.length <= LONGEST_MAIL;
    mail.href = fits ? whole : start;
    mail.onclick = () => fits || copied(message);
    if (!fits) setText(part(element, "mail-text"), format("join.mail_paste"));
  }
  if (form.repository) {
    const { address, carries } = forgeAddress(form.repository, file);
    const link = part(element, "forge", HTMLAnchorElement);
    link.href = address;
    link.onclick = () => carries || copied(file.text);
    if (!carries) setText(part(element, "forge-text"), format("join.forge_long"));
  }
}

/**
 * The page on which a pull request begins, and whether it carries the file: a change, a long file, and GitLab's page do
 * not.
 * @param {Repository} repository @param {Proposal["file"]} file
 */
function forgeAddress({ url, forge, branch }, { path, text, there }) {
  const base = url.replace(/\/$/, "");
  const at = branch.split("/").map(encodeURIComponent).join("/");
  if (forge === "gitlab") {
    const address = there
      ? `${base}/-/edit/${at}/${path}`
      : `${base}/-/new/${at}?file_name=${encodeURIComponent(path)}`;
    return { address, carries: false };
  }
  if (there) return { address: `${base}/edit/${at}/${path}`, carries: false };
  const [, folder, name] = /^(.*)\/(.*)$/.exec(path) ?? ["", "", path];
  const short = `${base}/new/${at}/${folder}?filename=${encodeURIComponent(name)}`;
  const whole = `${short}&value=${encodeURIComponent(text)}`;
  return whole.length <= LONGEST_ADDRESS ? { address: whole, carries: true } : { address: short, carries: false };
}
