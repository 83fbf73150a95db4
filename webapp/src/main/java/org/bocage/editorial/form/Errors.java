package org.bocage.editorial.form;

import java.util.List;
import org.bocage.editorial.view.FormPage;

/** Problems found in a form, in the order of its fields. */
public record Errors(List<FormPage.Problem> problems) {

    public static final Errors NONE = new Errors(List.of());

    public Errors {
        problems = List.copyOf(problems);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Sentences about the field at a path. */
    public List<String> at(String path) {
        return problems.stream()
                .filter(problem -> problem.field().equals(path))
                .map(FormPage.Problem::message)
                .toList();
    }
}
