package org.bocage.cms.dam;

/** What became of an uploaded file: taken or refused. */
public sealed interface CheckedFile permits AcceptedFile, RefusedFile {

    /** The name of the file: safe for addresses when accepted, as the person knows it when refused. */
    String fileName();
}
