package org.bocage.cms.definition.reading;

import java.util.List;
import java.util.Map;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.form.Datasource;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.FieldDefinition.Basics;
import org.bocage.cms.definition.form.FieldDefinition.LinkField;
import org.bocage.cms.definition.form.FieldDefinition.LinkField.Form;
import org.bocage.cms.definition.form.FieldDefinition.LinkField.Target;
import org.bocage.cms.definition.form.FieldDefinition.MultiField;
import org.bocage.cms.definition.form.FieldDefinition.Storage;
import org.bocage.cms.definition.form.FormDefinition;
import org.bocage.cms.definition.form.ItemProvider;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.form.NameDecorator;
import org.bocage.cms.definition.yaml.Raw;

/** Reads fields (spec 4.4 to 4.8); those of the older framework are first put in the words of the newer. */
public final class FieldReader {

    private static final String ALIASES = "textField, richTextField, checkBoxField, checkBoxGroupField,"
            + " radioButtonGroupField, comboBoxField, listSelectField, twinColSelectField, tokenField, dateField,"
            + " hiddenField, passwordField, codeField, sliderField, staticField, linkField, pageLinkField, damLinkField,"
            + " resourceLinkField, uploadField, compositeField, switchableField, jcrMultiField, jcrMultiValueField,"
            + " jcrMultiLinkField, multiField";

    private static final String[] SELDOM = {
        "factoryClass",
        "fieldBinderClass",
        "implementationClass",
        "defaultValue",
        "i18nBasename",
        "valueChangeTimeout",
        "pageLength",
        "popWidth",
        "scrollToSelectedItem",
        "newItemProviderClass",
        "emptySelectionCaption",
        "colors",
        "fonts",
        "fontSizes",
        "linkFieldDefinitions",
        "resolution",
        "buttonSelectNewLabel",
        "buttonSelectOtherLabel",
        "preview",
        "showOptions",
        "mediaEditorId",
        "mediaEditorSupportedMimeTypes",
        "orderHandler",
        "buttonSelectRemoveLabel",
        "displayStepSize",
        "valueFormat",
        "title",
        "multiple"
    };

    private final FormReader forms;

    public FieldReader(FormReader forms) {
        this.forms = forms;
    }

    /** The field that a bean is; {@code byDefault} names it when it has no name. */
    public FieldDefinition read(Bean given, String byDefault, Keys.Scope scope) {
        Bean bean = FiveUiFields.isOne(given.raw())
                ? new Bean(FiveUiFields.translate(given.raw()), given.location(), given.report())
                : given;
        String named = bean.raw().text("name");
        String name = named.isEmpty() ? byDefault : named;
        FieldDefinition field = field(bean, basics(bean, name, scope, given.raw()), scope);
        if (!(field instanceof FieldDefinition.UnknownField)) {
            bean.accept(SELDOM).finish();
        }
        return field;
    }

    private FieldDefinition field(Bean bean, Basics basics, Keys.Scope scope) {
        String name = basics.name();
        return switch (bean.kind()) {
            case "textfield", "" ->
                new FieldDefinition.TextField(
                        basics,
                        bean.integer("rows", 0),
                        bean.integer("maxLength", -1),
                        scope.of(bean.text("placeholder"), name, "placeholder"));
            case "richtextfield", "damrichtextfield" -> richText(bean, basics, scope.of("", name, "placeholder"));
            case "checkboxfield" ->
                new FieldDefinition.CheckBoxField(basics, scope.of(bean.text("buttonLabel"), name, "buttonLabel"));
            case "checkboxgroupfield" ->
                new FieldDefinition.CheckBoxGroupField(basics, datasource(bean, basics, scope), isHorizontal(bean));
            case "radiobuttongroupfield" ->
                new FieldDefinition.RadioButtonGroupField(basics, datasource(bean, basics, scope), isHorizontal(bean));
            case "comboboxfield" ->
                new FieldDefinition.ComboBoxField(
                        basics,
                        datasource(bean, basics, scope),
                        bean.flag("textInputAllowed", false),
                        bean.flag("emptySelectionAllowed", false),
                        scope.of(bean.text("placeholder"), name, "placeholder"),
                        bean.text("filteringMode", "OFF"));
            case "listselectfield" ->
                new FieldDefinition.ListSelectField(basics, datasource(bean, basics, scope), bean.integer("rows", 4));
            case "twincolselectfield" ->
                new FieldDefinition.TwinColSelectField(
                        basics,
                        datasource(bean, basics, scope),
                        scope.of(bean.text("leftColumnCaption"), name, "leftColumnCaption"),
                        scope.of(bean.text("rightColumnCaption"), name, "rightColumnCaption"));
            case "tokenfield" ->
                new FieldDefinition.TokenField(basics, datasource(bean.child("comboBox"), basics, scope));
            case "datefield" ->
                new FieldDefinition.DateField(
                        basics,
                        bean.flag("time", false),
                        bean.text("dateFormat", "yyyy-MM-dd"),
                        bean.text("timeFormat", "HH:mm"),
                        bean.flag("inISO8061Format", false));
            case "hiddenfield" -> new FieldDefinition.HiddenField(basics);
            case "passwordfield" -> new FieldDefinition.PasswordField(basics, bean.flag("verification", true));
            case "codefield" ->
                new FieldDefinition.CodeField(basics, bean.text("language"), bean.integer("height", 300));
            case "sliderfield" ->
                new FieldDefinition.SliderField(
                        basics, bean.number("min", 0), bean.number("max", 100), bean.number("stepSize", 1));
            case "staticfield" -> new FieldDefinition.StaticField(basics, scope.of(bean.text("value"), name, "value"));
            case "uploadfield", "damuploadfield", "uploadview" ->
                new FieldDefinition.UploadField(
                        basics,
                        bean.text("binaryNodeName", name),
                        (long) bean.number("maxUploadSize", -1),
                        bean.text("allowedMimeTypePattern"));
            default -> complex(bean, basics, scope);
        };
    }

    private FieldDefinition complex(Bean bean, Basics basics, Keys.Scope scope) {
        return switch (bean.kind()) {
            case "linkfield" -> link(bean, basics, scope, Target.NODE);
            case "pagelinkfield" -> link(bean, basics, scope, Target.PAGE);
            case "damlinkfield", "assetlinkfield" -> link(bean, basics, scope, Target.ASSET);
            case "resourcelinkfield" -> link(bean, basics, scope, Target.RESOURCE);
            case "compositefield" ->
                new FieldDefinition.CompositeField(
                        basics,
                        forms.properties(bean, scope.in(basics.name())),
                        itemProvider(bean, basics.name(), false),
                        decorator(bean));
            case "switchablefield" -> switchable(bean, basics, scope);
            case "jcrmultifield", "multifield" -> multi(bean, basics, scope, Storage.ENTRY_NODES);
            case "jcrmultivaluefield", "multivaluefield", "jcrmultilinkfield" ->
                multi(bean, basics, scope, Storage.VALUES);
            default -> {
                bean.unknownType(ALIASES);
                yield new FieldDefinition.UnknownField(basics, bean.type());
            }
        };
    }

    private static Basics basics(Bean bean, String name, Keys.Scope scope, Raw.Mapping written) {
        return new Basics(
                name,
                scope.of(bean.text("label"), name, "label"),
                scope.of(bean.text("description"), name, "description"),
                bean.text("type", typeOf(bean.kind())),
                bean.flag("required", false),
                scope.of(bean.text("requiredErrorMessage"), name, "requiredErrorMessage"),
                scope.of(bean.text("conversionErrorMessage"), name, "conversionErrorMessage"),
                bean.flag("readOnly", false),
                bean.flag("i18n", false),
                ValidatorReader.read(bean, name, scope),
                bean.text("converterClass"),
                bean.text("styleName"),
                written.plain());
    }

    private static String typeOf(String kind) {
        return switch (kind) {
            case "checkboxfield" -> "java.lang.Boolean";
            case "datefield" -> "java.util.Date";
            case "sliderfield" -> "java.lang.Double";
            default -> "java.lang.String";
        };
    }

    private static FieldDefinition richText(Bean bean, Basics basics, Label placeholder) {
        return new FieldDefinition.RichTextField(
                basics,
                bean.flag("alignment", false),
                bean.flag("images", false),
                bean.flag("lists", true),
                bean.flag("source", false),
                bean.flag("tables", false),
                bean.integer("height", 0),
                bean.text("configJsFile"),
                placeholder);
    }

    private static boolean isHorizontal(Bean bean) {
        bean.accept("filteringMode");
        Raw layout = bean.accept("layout").raw().entries().get("layout");
        return layout instanceof Raw.Scalar
                ? bean.text("layout").equals("horizontal")
                : bean.child("layout").kind().startsWith("horizontal");
    }

    private static Datasource datasource(Bean bean, Basics basics, Keys.Scope scope) {
        return DatasourceReader.read(bean, basics, scope);
    }

    private static LinkField link(Bean bean, Basics basics, Keys.Scope scope, Target alias) {
        Datasource given = datasource(bean, basics, scope);
        Target target = alias == Target.NODE && given instanceof Datasource.Assets ? Target.ASSET : alias;
        Datasource datasource = given;
        if (given instanceof Datasource.None && target == Target.PAGE) {
            datasource = new Datasource.Jcr("website", "/", List.of("mgnl:page"), "", "", "");
        } else if (given instanceof Datasource.None && target == Target.ASSET) {
            datasource = new Datasource.Assets("/");
        }
        Form form = switch (target) {
            case ASSET -> Form.ASSET_KEY;
            case RESOURCE -> Form.PATH;
            default -> Form.IDENTIFIER;
        };
        boolean path = basics.converterClass().endsWith("NodeToPathConverter");
        bean.accept("textInputAllowed", "emptySelectionAllowed", "placeholder", "filteringMode", "chooser");
        return new LinkField(
                basics,
                target,
                path ? Form.PATH : form,
                datasource,
                bean.text("chooserId", chooser(target)),
                bean.flag("editable", true));
    }

    private static String chooser(Target target) {
        return switch (target) {
            case PAGE -> "pages-app:chooser";
            case ASSET -> "dam-app-core:chooser";
            case RESOURCE -> "resources-app:chooser";
            case NODE -> "ui-framework-jcr:chooser";
        };
    }

    private FieldDefinition switchable(Bean bean, Basics basics, Keys.Scope scope) {
        Keys.Scope inside = scope.in(basics.name());
        Map<String, FormDefinition> given = bean.childMap("forms", form -> forms.read(form, inside));
        FieldDefinition choice = read(bean.child("field"), "field", inside);
        if (choice.basics().i18n() != basics.i18n()) {
            bean.problem(Severity.MAJOR, bean.raw(), "i18n", "switchable.i18n");
        }
        return new FieldDefinition.SwitchableField(
                choice.basics().required() ? basics.requiredAs(choice.basics()) : basics,
                choice,
                given,
                bean.flag("removePreviouslySelected", false),
                itemProvider(bean, basics.name(), false),
                decorator(bean));
    }

    private FieldDefinition multi(Bean bean, Basics basics, Keys.Scope scope, Storage storage) {
        FieldDefinition inner = read(bean.child("field"), basics.name(), scope.in(basics.name()));
        if (storage == Storage.VALUES && inner instanceof FieldDefinition.DateField) {
            bean.problem(Severity.MAJOR, bean.raw(), "field", "multi.date");
        }
        Bean resolution = bean.child("entryResolution");
        NameDecorator decorator = decorator(resolution);
        resolution.accept("strict").finish();
        bean.accept("chooserId");
        return new MultiField(
                basics,
                inner,
                storage,
                itemProvider(bean, basics.name(), storage == Storage.ENTRY_NODES),
                decorator,
                bean.integer("minItems", 0),
                bean.integer("maxItems", Integer.MAX_VALUE),
                bean.flag("canRemoveItems", true),
                scope.of(bean.text("itemCountErrorMessage"), basics.name(), "itemCountErrorMessage"),
                scope.of(bean.text("buttonSelectAddLabel"), basics.name(), "buttonSelectAddLabel"));
    }

    private static ItemProvider itemProvider(Bean bean, String fieldName, boolean childByDefault) {
        Bean given = bean.child("itemProvider");
        boolean child = given.kind().isEmpty() ? childByDefault : given.kind().contains("childnode");
        if (!child) {
            return new ItemProvider.Current();
        }
        ItemProvider provider = new ItemProvider.ChildNode(
                given.text("nodeName", fieldName),
                given.text("nodeType", "mgnl:contentNode"),
                given.flag("removeIfEmpty", true));
        given.accept("supportI18N").finish();
        return provider;
    }

    /** The decorator of a field: Magnolia's is the name of its class; a map that gives a class is taken too. */
    private static NameDecorator decorator(Bean field) {
        String kind = field.kindOf("propertyNameDecorator");
        if (kind.startsWith("alwaysemptyprefix")) {
            return NameDecorator.EMPTY;
        }
        return kind.startsWith("prefix") ? NameDecorator.PREFIX : NameDecorator.NONE;
    }
}
