package org.redress.shared.web;

import org.redress.shared.Problem;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.validation.BindingResult;

/** Puts what a service says is wrong beside the fields of the form, where the person sees it. */
public final class FormErrors {

    private FormErrors() {
    }

    /** @throws Problem the same one when it is not about fields (422) and so belongs on a page of its own */
    public static void put(Problem problem, BindingResult errors) {
        if (problem.status() != 422 || errors.getTarget() == null) {
            throw problem;
        }
        var form = PropertyAccessorFactory.forBeanPropertyAccess(errors.getTarget());
        if (problem.fields().isEmpty()) {
            errors.reject(problem.key(), problem.args().toArray(), problem.key());
        }
        problem.fields().forEach(field -> {
            if (form.isReadableProperty(field.field())) {
                errors.rejectValue(field.field(), field.key(), field.args().toArray(), field.key());
            } else {
                errors.reject(field.key(), field.args().toArray(), field.key());
            }
        });
    }
}
