// Médias, « Importer »: files sent piece by piece, and pictures framed by pointing. All forms work without.
import {deposit, sendFirst} from "./envois.js";
import {framing} from "./cadrage.js";

for (const form of document.querySelectorAll("form[data-depot]")) deposit(form);
for (const form of document.querySelectorAll("form[data-envoi]")) sendFirst(form);
for (const block of document.querySelectorAll("[data-cadrage]")) framing(block);
