package org.bocage.cms.rendering.values;

import freemarker.template.AdapterTemplateModel;
import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import org.jspecify.annotations.Nullable;

/** {@code ctx.user}: a property that the account lacks is empty, not null. */
record UserModel(User user, ObjectWrapper wrapper)
        implements TemplateHashModel, TemplateScalarModel, AdapterTemplateModel {

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
        TemplateModel known = ((TemplateHashModel) wrapper.wrap(user)).get(key);
        return known == null ? wrapper.wrap("") : known;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public String getAsString() {
        return user.getName();
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
        return user;
    }
}
