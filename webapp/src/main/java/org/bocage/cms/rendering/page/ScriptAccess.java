package org.bocage.cms.rendering.page;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.DefaultMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import freemarker.template.Version;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Set;

/** Access policy of scripts: FreeMarker's own rules, and of a class nothing but its name. */
final class ScriptAccess implements MemberAccessPolicy, ClassMemberAccessPolicy {

    private static final Set<String> NAMES = Set.of("getName", "getSimpleName");

    private final MemberAccessPolicy rules;

    ScriptAccess(Version version) {
        this.rules = DefaultMemberAccessPolicy.getInstance(version);
    }

    @Override
    public ClassMemberAccessPolicy forClass(Class<?> type) {
        boolean leadsOutside = type == Class.class
                || ClassLoader.class.isAssignableFrom(type)
                || type.getName().startsWith("java.lang.reflect.")
                || type.getName().startsWith("java.security.");
        return leadsOutside ? this : rules.forClass(type);
    }

    @Override
    public boolean isToStringAlwaysExposed() {
        return rules.isToStringAlwaysExposed();
    }

    @Override
    public boolean isMethodExposed(Method method) {
        return method.getDeclaringClass() == Class.class && NAMES.contains(method.getName());
    }

    @Override
    public boolean isConstructorExposed(Constructor<?> constructor) {
        return false;
    }

    @Override
    public boolean isFieldExposed(Field field) {
        return false;
    }
}
