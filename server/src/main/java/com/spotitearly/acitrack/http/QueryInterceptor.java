package com.spotitearly.acitrack.http;

import com.spotitearly.acitrack.contract.Contract;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Takes every query parameter of the contract once and with a value. Spring would take an empty one for an absent one,
 * and glue a repeated one together.
 */
@Component
class QueryInterceptor implements HandlerInterceptor {

    private final Contract contract;

    QueryInterceptor(Contract contract) {
        this.contract = contract;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            for (String name : contract.queryParameters(method.getMethod().getName())) {
                String[] values = request.getParameterValues(name);
                if (values != null && values.length > 1) {
                    throw ProblemException.violation(ContractViolation.of(name, "must be given once"));
                }
                if (values != null && values[0].isEmpty()) {
                    throw ProblemException.violation(ContractViolation.of(name, ContractViolation.EMPTY));
                }
            }
        }
        return true;
    }
}
