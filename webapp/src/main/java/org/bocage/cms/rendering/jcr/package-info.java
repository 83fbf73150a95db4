/**
 * What is a node to a script that asks JCR? Nodes, properties and sessions of {@code javax.jcr} that read and never write, with the
 * escaping and the language of the content map they stand for.
 */
@NullMarked
package org.bocage.cms.rendering.jcr;

import org.jspecify.annotations.NullMarked;
