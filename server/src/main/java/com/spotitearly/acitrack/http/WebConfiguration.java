package com.spotitearly.acitrack.http;

import com.spotitearly.acitrack.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every request: who may call from which web page, and with which key. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final ApiKeyInterceptor apiKeyInterceptor;
    private final QueryInterceptor queryInterceptor;

    WebConfiguration(ApiKeyInterceptor apiKeyInterceptor, QueryInterceptor queryInterceptor) {
        this.apiKeyInterceptor = apiKeyInterceptor;
        this.queryInterceptor = queryInterceptor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(apiKeyInterceptor);
        registry.addInterceptor(queryInterceptor);
    }

    @Bean
    static FilterRegistrationBean<CorsFilter> corsFilter(Settings settings) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(settings.corsAllowedOrigins());
        cors.setAllowedMethods(List.of("GET", "POST"));
        cors.setAllowedHeaders(List.of("*"));
        cors.setExposedHeaders(List.of(RequestLogFilter.REQUEST_ID_HEADER, HttpHeaders.RETRY_AFTER));
        cors.setMaxAge(3600L);
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", cors);
        CorsFilter filter = new CorsFilter(everywhere);
        filter.setCorsProcessor(new LenientCorsProcessor());
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    /**
     * Answers a page of a foreign origin without CORS headers, so that its browser refuses it, instead of with an error
     * of our own: a feedback link followed from a web mailer carries such an origin too.
     */
    private static final class LenientCorsProcessor extends DefaultCorsProcessor {

        @Override
        public boolean processRequest(
                CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            if (configuration != null
                    && !CorsUtils.isPreFlightRequest(request)
                    && configuration.checkOrigin(request.getHeader(HttpHeaders.ORIGIN)) == null) {
                response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
                return true;
            }
            return super.processRequest(configuration, request, response);
        }
    }
}
