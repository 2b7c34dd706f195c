package com.spotitearly.acitrack.client;

import com.spotitearly.acitrack.client.generated.ApiException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import java.time.Duration;

/** Makes calls: each attempt within the time limit, and again after a failure that may pass. */
final class Attempts {

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(5);
    private static final double JITTER = 0.2;

    private final ClientSettings settings;
    private final FailsafeExecutor<Object> once;
    private final FailsafeExecutor<Object> repeatedly;

    /** A call as the generated client makes it. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws ApiException;
    }

    Attempts(ClientSettings settings) {
        this.settings = settings;
        // HttpRequest's own timeout ends with the answer's headers; this one holds for the body, too.
        Timeout<Object> timeout =
                Timeout.builder(settings.requestTimeout()).withInterrupt().build();
        RetryPolicy<Object> retries = RetryPolicy.builder()
                .handleIf(thrown -> new Failure(thrown).isPassing())
                .abortIf((result, thrown) -> thrown != null && asksForTooLong(thrown))
                .withMaxRetries(settings.maxRetries())
                .withBackoff(settings.firstDelay(), LONGEST_DELAY)
                .withJitter(JITTER)
                .withDelayFn(context -> delayAskedFor(context.getLastException()))
                .onRetryScheduled(event -> settings.retryListener()
                        .accept(new Retry(
                                event.getAttemptCount(),
                                settings.maxRetries(),
                                event.getDelay(),
                                new Failure(event.getLastException()).toException(settings))))
                .build();
        once = Failsafe.with(timeout);
        repeatedly = Failsafe.with(retries, timeout);
    }

    /** Makes a call as often as the settings allow. */
    <T> T retried(Call<T> call) {
        return make(repeatedly, call);
    }

    /** Makes a call whose failure is an answer. */
    <T> T once(Call<T> call) {
        return make(once, call);
    }

    private <T> T make(FailsafeExecutor<Object> executor, Call<T> call) {
        T answer;
        try {
            answer = executor.get(call::make);
        } catch (TimeoutExceededException e) {
            throw new Failure(e).toException(settings);
        } catch (FailsafeException e) {
            throw new Failure(e.getCause()).toException(settings);
        }
        if (answer == null) {
            throw new NoAnswerException("Empty answer from " + settings.baseUrl(), null);
        }
        return answer;
    }

    private static boolean asksForTooLong(Throwable thrown) {
        return new Failure(thrown)
                .retryAfter()
                .filter(wait -> wait.compareTo(LONGEST_RETRY_AFTER) > 0)
                .isPresent();
    }

    /** A negative delay leaves it to the backoff. Jitter goes both ways, but never before the moment that the server named. */
    private static Duration delayAskedFor(Throwable thrown) {
        return new Failure(thrown)
                .retryAfter()
                .filter(wait -> !wait.isZero())
                .map(wait -> Duration.ofMillis((long) Math.ceil(wait.toMillis() / (1 - JITTER))))
                .orElse(Duration.ofSeconds(-1));
    }
}
