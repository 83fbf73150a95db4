package org.bocage.cms.dam.uploads;

/** Outcome of the check of an uploaded file: accepted or refused. */
public sealed interface CheckedFile permits AcceptedFile, RefusedFile {

    /** The name of the file: safe for addresses when accepted, as the person knows it when refused. */
    String fileName();
}
