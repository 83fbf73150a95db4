// The forms of the public site.
import {files} from "./photos.js";

files(document);
