package com.spotitearly.acitrack.http;

import com.spotitearly.acitrack.contract.Contract;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks for the role that the contract's {@code security} names for an operation, before its body is read. */
@Component
class ApiKeyInterceptor implements HandlerInterceptor {

    private static final String HEADER = "X-API-Key";

    private final Contract contract;
    private final ApiKeys keys;

    ApiKeyInterceptor(Contract contract, ApiKeys keys) {
        this.contract = contract;
        this.keys = keys;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            contract.requiredRole(method.getMethod().getName())
                    .ifPresent(role -> require(role, request.getHeader(HEADER), response));
        }
        return true;
    }

    private void require(String role, String key, HttpServletResponse response) {
        if (key == null || key.isBlank()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "ApiKey realm=\"acitrack\"");
            throw new ProblemException(ProblemType.MISSING_API_KEY, "Missing X-API-Key header");
        }
        List<String> roles = keys.roles(key.trim());
        if (roles.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_API_KEY, "Invalid API key");
        }
        if (!roles.contains(role)) {
            throw new ProblemException(ProblemType.INSUFFICIENT_SCOPE, "This API key may only read");
        }
    }
}
