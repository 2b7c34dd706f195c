package com.spotitearly.acitrack.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.spotitearly.acitrack.support.TestServer;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nothing the server does over HTTP is missing from the contract, and nothing in the contract from the server. */
class RoutesTest {

    private final TestServer server = TestServer.shared();

    @Test
    void theServerHasExactlyTheOperationsOfTheContract() {
        Set<String> routes = server.context().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(route -> route.getPatternValues().stream()
                        .flatMap(path -> methods(route).map(method -> method + " " + path)))
                .collect(Collectors.toSet());

        assertThat(routes)
                .isEqualTo(server.bean(Contract.class).operations().stream()
                        .map(operation -> operation.method() + " " + operation.path())
                        .collect(Collectors.toSet()));
    }

    /** A route that names no method takes them all. */
    private static Stream<String> methods(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(RequestMethod::name);
    }

    @Test
    void nothingElseHandlesRequests() {
        Map<String, HandlerMapping> others = server.context().getBeansOfType(HandlerMapping.class);
        others.values().removeIf(mapping -> mapping instanceof RequestMappingHandlerMapping);

        assertThat(others.values()).allSatisfy(mapping -> {
            assertThat(mapping).isInstanceOfAny(AbstractUrlHandlerMapping.class, RouterFunctionMapping.class);
            if (mapping instanceof AbstractUrlHandlerMapping urls) {
                assertThat(urls.getHandlerMap()).isEmpty();
            }
        });
    }
}
