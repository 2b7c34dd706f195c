package com.spotitearly.acitrack.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What Bean Validation found, in the contract's names. */
final class BeanViolations {

    /** Enough to see the pattern; ten thousand events may break the contract in ten thousand places. */
    private static final int MOST = 20;

    private BeanViolations() {}

    static List<ContractViolation> of(BindingResult result) {
        return result.getFieldErrors().stream()
                .map(BeanViolations::inBody)
                .sorted(Comparator.comparing(ContractViolation::pointer).thenComparing(ContractViolation::detail))
                .limit(MOST)
                .toList();
    }

    static List<ContractViolation> of(HandlerMethodValidationException exception) {
        return exception.getParameterValidationResults().stream()
                .flatMap(BeanViolations::of)
                .limit(MOST)
                .toList();
    }

    private static Stream<ContractViolation> of(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return of((BindingResult) body).stream();
        }
        String name = parameterName(result);
        return result.getResolvableErrors().stream().map(error -> ContractViolation.of(name, detail(error)));
    }

    private static String parameterName(ParameterValidationResult result) {
        RequestParam query = result.getMethodParameter().getParameterAnnotation(RequestParam.class);
        if (query != null) {
            return query.value();
        }
        PathVariable path = result.getMethodParameter().getParameterAnnotation(PathVariable.class);
        return path == null ? result.getMethodParameter().getParameterName() : path.value();
    }

    /** The contract's names are in snake_case, those of the generated properties follow from them. */
    private static ContractViolation inBody(FieldError error) {
        String pointer = "/" + error.getField().replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
        return ContractViolation.at(pointer.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), detail(error));
    }

    private static String detail(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        boolean missing = codes != null && codes.length > 0 && codes[codes.length - 1].equals("NotNull");
        return missing ? ContractViolation.REQUIRED : error.getDefaultMessage();
    }
}
