package org.bocage.editorial.form.values;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.ValueFactory;
import org.bocage.cms.definition.form.FieldDefinition;

/** Type of a value, with its conversion from the text of a form. Civil dates and times are those of Paris. */
public enum ValueKind {
    TEXT,
    HTML,
    LONG,
    DOUBLE,
    DECIMAL,
    BOOLEAN,
    DATE,
    DATE_TIME,
    ISO_DATE,
    ISO_DATE_TIME;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,18}(\\.[0-9]{1,9})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    static ValueKind of(FieldDefinition field) {
        if (field instanceof FieldDefinition.RichTextField) {
            return HTML;
        }
        if (field instanceof FieldDefinition.DateField date) {
            if (date.isoText()) {
                return date.time() ? ISO_DATE_TIME : ISO_DATE;
            }
            return date.time() ? DATE_TIME : DATE;
        }
        return switch (field.basics().type()) {
            case "java.lang.Long", "java.lang.Integer" -> LONG;
            case "java.lang.Double" -> DOUBLE;
            case "java.math.BigDecimal" -> DECIMAL;
            case "java.lang.Boolean" -> BOOLEAN;
            default -> TEXT;
        };
    }

    public boolean isNumber() {
        return this == LONG || this == DOUBLE || this == DECIMAL;
    }

    public boolean isBlank(String typed) {
        return switch (this) {
            case HTML -> RichText.isBlank(typed);
            case BOOLEAN -> !typed.equals("true");
            default -> typed.isBlank();
        };
    }

    /** Whether the text can be turned into a value. */
    public boolean accepts(String typed) {
        try {
            switch (this) {
                case LONG -> number(typed).longValueExact();
                case DOUBLE, DECIMAL -> number(typed);
                case DATE, DATE_TIME, ISO_DATE, ISO_DATE_TIME -> moment(typed);
                default -> {
                    return true;
                }
            }
            return true;
        } catch (ArithmeticException | DateTimeException | NumberFormatException e) {
            return false;
        }
    }

    /** Whether an hour is one that clocks skip when summer time begins; of a text that is {@link #accepts accepted}. */
    public boolean isSkipped(String typed) {
        return (this == DATE_TIME || this == ISO_DATE_TIME)
                && PARIS.getRules().getValidOffsets(moment(typed)).isEmpty();
    }

    /** Whether an hour is one that clocks go through twice when summer time ends; a text that is no hour is none. */
    public boolean isTwice(String typed) {
        return (this == DATE_TIME || this == ISO_DATE_TIME)
                && !typed.isBlank()
                && accepts(typed)
                && PARIS.getRules().getValidOffsets(moment(typed)).size() > 1;
    }

    /** The value to store. The text is one that is {@link #accepts accepted}. */
    Value value(String typed, ValueFactory factory) {
        return switch (this) {
            case TEXT -> factory.createValue(typed.strip());
            case HTML -> factory.createValue(RichText.clean(typed));
            case LONG -> factory.createValue(number(typed).longValueExact());
            case DOUBLE -> factory.createValue(number(typed).doubleValue());
            case DECIMAL -> factory.createValue(number(typed));
            case BOOLEAN -> factory.createValue(typed.equals("true"));
            case DATE, DATE_TIME ->
                factory.createValue(GregorianCalendar.from(moment(typed).atZone(PARIS)));
            case ISO_DATE -> factory.createValue(moment(typed).toLocalDate().toString());
            case ISO_DATE_TIME -> factory.createValue(moment(typed).toString());
        };
    }

    /** The text that stands for a stored value. */
    String text(Value value) throws RepositoryException {
        if (value.getType() != PropertyType.DATE || (this != DATE && this != DATE_TIME)) {
            return value.getString();
        }
        LocalDateTime moment =
                LocalDateTime.ofInstant(value.getDate().toInstant(), PARIS).truncatedTo(ChronoUnit.MINUTES);
        return this == DATE ? moment.toLocalDate().toString() : moment.toString();
    }

    public static BigDecimal number(String typed) {
        String plain = typed.replaceAll("[\\s\u00a0\u202f]", "").replace(',', '.');
        if (!NUMBER.matcher(plain).matches()) {
            throw new NumberFormatException("not a number");
        }
        return new BigDecimal(plain);
    }

    private static LocalDateTime moment(String typed) {
        String plain = typed.strip();
        if (DAY.matcher(plain).matches()) {
            return LocalDate.parse(plain).atStartOfDay();
        }
        LocalDateTime moment = LocalDateTime.parse(plain);
        if (moment.getYear() < 0 || moment.getYear() > 9999) {
            throw new DateTimeException("a year has four digits");
        }
        return moment;
    }
}
