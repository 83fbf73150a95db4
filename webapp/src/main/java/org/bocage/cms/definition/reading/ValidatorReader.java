package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.form.Validator;

/** Reads the validators of a field (spec 4.7). */
final class ValidatorReader {

    private ValidatorReader() {}

    static List<Validator> read(Bean field, String fieldName, Keys.Scope scope) {
        List<Validator> validators = new ArrayList<>();
        for (Bean bean : field.children("validators")) {
            Label message = Keys.of(
                    bean.text("errorMessage"),
                    "errorMessage",
                    scope.prefix() + "." + fieldName + ".validation",
                    fieldName + ".validation",
                    "validators." + bean.name());
            validators.add(validator(bean, message));
            bean.accept("factoryClass", "mode").finish();
        }
        return List.copyOf(validators);
    }

    private static Validator validator(Bean bean, Label message) {
        return switch (bean.kind()) {
            case "emailvalidator" -> new Validator.Email(message);
            case "regexpvalidator" -> regexp(bean, message);
            case "nodenamevalidator" -> new Validator.NodeName(message);
            case "safehtmlvalidator" -> {
                bean.accept("allowedAttributes", "allowedProtocols");
                yield new Validator.SafeHtml(
                        message, bean.texts("allowedTags"), bean.texts("globallyAllowedAttributes"));
            }
            case "svguploadvalidator" -> new Validator.SvgUpload(message);
            default -> {
                bean.unknownType("emailValidator, regexpValidator, nodeNameValidator");
                bean.raw().entries().keySet().forEach(bean::accept);
                yield new Validator.Unknown(message, bean.type(), bean.raw().plain());
            }
        };
    }

    private static Validator regexp(Bean bean, Label message) {
        String pattern = bean.text("pattern");
        try {
            return new Validator.Regexp(message, Pattern.compile(pattern).pattern());
        } catch (PatternSyntaxException e) {
            bean.problem(Severity.MAJOR, bean.raw(), "pattern", "regexp", pattern);
            return new Validator.Unknown(message, "regexpValidator", bean.raw().plain());
        }
    }
}
