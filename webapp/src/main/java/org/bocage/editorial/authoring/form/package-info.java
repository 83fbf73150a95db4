/**
 * How does a content type become a form, and a form a node? Values read, bound, checked, shown and written by the definitions alone.
 * Offers {@link org.bocage.editorial.authoring.form.ItemForms} and the {@link org.bocage.editorial.authoring.form.ItemForm} it makes.
 * May depend on {@code cms.repository}, {@code cms.definition}, {@code cms.search} and the records of {@code authoring.view}.
 */
@NamedInterface("form")
@NullMarked
package org.bocage.editorial.authoring.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
