// Médias: files sent piece by piece, and pictures framed by pointing. Both forms work without.
import {deposit} from "./envois.js";
import {framing} from "./cadrage.js";

for (const form of document.querySelectorAll("form[data-depot]")) deposit(form);
for (const block of document.querySelectorAll("[data-cadrage]")) framing(block);
