// The forms of the public site.
import {conditions} from "./demandes.js";
import {files} from "./photos.js";

files(document);
conditions(document);
