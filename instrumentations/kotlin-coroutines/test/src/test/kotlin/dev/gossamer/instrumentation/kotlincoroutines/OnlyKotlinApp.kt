package dev.gossamer.instrumentation.kotlincoroutines

import dev.gossamer.testing.app.TestApp
import io.opentelemetry.instrumentation.annotations.SpanAttribute
import io.opentelemetry.instrumentation.annotations.WithSpan
import java.util.concurrent.CompletableFuture
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException
import kotlin.coroutines.startCoroutine
import kotlin.coroutines.suspendCoroutine

/** Suspend functions without kotlinx-coroutines. */
private val threads = Executors.newScheduledThreadPool(2)

fun main() {
    TestApp.command("later") { arguments -> blocking { OnlyKotlin().later(arguments[0]) } }
    TestApp.command("fails") { blocking { OnlyKotlin().fails() } }
    TestApp.command("plain-task") {
        CompletableFuture.supplyAsync({ OnlyKotlin().plain() }, threads).get(20, TimeUnit.SECONDS)
    }
    TestApp.serve()
    TestApp.awaitStop()
    System.exit(0)
}

private fun blocking(block: suspend () -> String): String {
    val done = CompletableFuture<String>()
    block.startCoroutine(
        Continuation(EmptyCoroutineContext) { result -> done.complete(result.getOrElse { it.message!! }) })
    return done.get(20, TimeUnit.SECONDS)
}

private suspend fun pause() = suspendCoroutine { continuation ->
    threads.schedule({ continuation.resume(1) }, 2, TimeUnit.MILLISECONDS)
}

class OnlyKotlin {
    @WithSpan
    suspend fun later(@SpanAttribute("x") x: String): String {
        plain()
        pause()
        plain()
        pause()
        return plain()
    }

    @WithSpan
    suspend fun fails(): String = suspendCoroutine { continuation ->
        threads.schedule(
            { continuation.resumeWithException(IllegalStateException("no good")) }, 2, TimeUnit.MILLISECONDS)
    }

    @WithSpan
    fun plain() = "plain"
}
