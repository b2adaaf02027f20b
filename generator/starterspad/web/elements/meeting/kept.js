// What whoever runs a meeting keeps on this device: beside no plan of hers, and gone when everything is erased.
/** @import {Limit, Meeting} from "../../core/meet/meeting.js" */
import { meetingFile, meetingFrom } from "../../core/meet/meeting.js";
import { NAME } from "../../store/journal-presence.js";

export const KEPT_AS = `${NAME}:meeting`;

/** @param {Limit[]} limits @returns {Meeting | null} null where there is none, or no storage */
export function keptMeeting(limits) {
  try {
    return meetingFrom(localStorage.getItem(KEPT_AS) ?? "", limits);
  } catch {
    return null;
  }
}

/** @param {Meeting | null} meeting  null takes it away @returns {boolean} whether the device does so */
export function keepMeeting(meeting) {
  try {
    if (meeting) localStorage.setItem(KEPT_AS, meetingFile(meeting));
    else localStorage.removeItem(KEPT_AS);
    return true;
  } catch {
    return false;
  }
}
