package org.bocage.cms.definition.files;

/**
 * Where a definition is written.
 *
 * @param module the folder of its light module; empty for what the host itself supplies
 * @param file absolute path in the resource tree, such as {@code /actus/contentTypes/actus.yaml}
 */
public record SourceFile(String module, String file) {}
