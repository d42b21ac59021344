@file:OptIn(DelicateCoroutinesApi::class)

package dev.gossamer.instrumentation.kotlincoroutines

import dev.gossamer.testing.app.TestApp
import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes
import io.opentelemetry.instrumentation.annotations.SpanAttribute
import io.opentelemetry.instrumentation.annotations.WithSpan
import java.util.concurrent.CompletableFuture
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.coroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.jvm.internal.CoroutineStackFrame
import kotlin.coroutines.resume
import kotlinx.coroutines.*
import kotlinx.coroutines.flow.FlowCollector
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.toList

/** Suspend functions that are spans. */
private val pool = Executors.newFixedThreadPool(2) { Thread(it, "pool") }.asCoroutineDispatcher()
private val foreign = Executors.newSingleThreadScheduledExecutor { Thread(it, "foreign") }

fun main() {
    val it = Suspending()
    command("not") { x -> it.not(x) }
    command("once") { x -> it.once(x).also { mark("outside") } }
    command("often") { x -> it.often().also { mark("outside") } }
    command("dispatchers") { x -> it.dispatchers().also { mark("outside") } }
    command("tail") { x -> it.tail().also { mark("outside") } }
    command("tail-delay") { x ->
        withContext(pool) { it.tailDelay(); mark("outside"); Thread.currentThread().name }
    }
    command("nested") { x -> it.nested().also { mark("outside") } }
    command("below-another") { x -> it.belowAnother().also { mark("outside") } }
    command("recursive") { x -> it.recursive(3).also { mark("outside") } }
    command("mutual") { x -> it.mutual(3).also { mark("outside") } }
    command("deep") { x -> it.deep(5000) }
    command("fails-before") { x -> caught { it.failsBefore() }.also { mark("outside") } }
    command("fails-after") { x -> caught { it.failsAfter() }.also { mark("outside") } }
    command("fails-at-tail") { x -> caught { it.failsAtTail() }.also { mark("outside") } }
    command("cancelled") { x ->
        val begun = CompletableDeferred<Int>()
        val job = launch { it.cancelled(begun) }
        begun.await()
        job.cancelAndJoin()
        mark("outside")
    }
    command("children") { x -> it.children() }
    command("scope-in-function") { x -> it.scoped().also { mark("outside") } }
    command("hops-back") { x -> it.hopsBack() }
    command("root") { x -> it.root().also { mark("outside") } }
    command("named") { x -> it.withAName() }
    command("result") { x -> it.asResult().exceptionOrNull()?.message }
    command("defaults") { x -> it.defaults() }
    command("generic") { x -> Box("a").map { it + "b" } }
    command("private") { x -> it.hidden() }
    command("open") { x -> Derived().opened(1).also { mark("outside") } }
    command("interface") { x -> ByDefault().byDefault(x).also { mark("outside") } }
    command("extension") { x -> x.extended(2) }
    command("adding") { x -> it.adding("told").also { mark("outside") } }
    command("configured") { x -> it.configured().also { mark("outside") } }
    command("flow") { x -> flow { it.emitting(this) }.map { n -> mark("collected"); n }.toList().size }
    command("flow-on") { x -> flow { it.emitting(this) }.flowOn(Dispatchers.IO).toList().size }
    command("flow-within") { x -> it.collecting() }
    command("sequence") { x -> sequence { with(it) { yielding() } }.sum() }
    command("unconfined") { x -> withContext(Dispatchers.Unconfined) { it.foreignResume() }.also { mark("outside") } }
    command("unintercepted") { x -> it.unintercepted().also { mark("outside") } }
    command("many") { x ->
        (0 until x.toInt()).map { n ->
            launch(if (n % 2 == 0) Dispatchers.Default else pool) { it.outer(n) }
        }.joinAll()
    }
    TestApp.command("application") { arguments ->
        val done = CompletableFuture<String>()
        GlobalScope.launch(pool) { done.complete(it.once(arguments[0])) }
        done.get(20, TimeUnit.SECONDS)
    }
    command("of-a-library") { x ->
        val never = withTimeoutOrNull(2) { delay(20_000) }
        joinAll(launch { delay(1) }, launch(pool) { delay(2); mark("joined") })
        mark("outside") + never
    }
    TestApp.command("odd-continuation") { arguments ->
        val odd = OddContinuation()
        @Suppress("UNCHECKED_CAST")
        val function = (it::tailDelay as Any) as Function1<Continuation<Unit>, Any?>
        check(function(odd) === COROUTINE_SUSPENDED)
        odd.done.get(20, TimeUnit.SECONDS)
    }
    TestApp.command("plain-tasks") {
        for (executor in listOf(pool.executor, Dispatchers.Default.asExecutor(), Dispatchers.IO.asExecutor(), foreign)) {
            CompletableFuture.supplyAsync({ mark("plain") }, executor).get(20, TimeUnit.SECONDS)
        }
        "" + Thread.currentThread().isAlive
    }
    TestApp.serve()
    TestApp.awaitStop()
    System.exit(0)
}

private fun command(name: String, block: suspend CoroutineScope.(String) -> Any?) =
    TestApp.command(name) { arguments -> runBlocking { "" + block(arguments.getOrElse(0) { "" }) } }

/** Shows which span is current: it becomes its parent. */
@WithSpan("mark")
fun mark(@SpanAttribute("at") at: String) = at

private suspend fun caught(block: suspend () -> Any?): Any? =
    try {
        block()
    } catch (e: IllegalStateException) {
        e.message
    }

/** Not a span itself. */
private suspend fun helper(): String {
    mark("helper")
    delay(2)
    mark("helper, later")
    withContext(Dispatchers.IO) { delay(1) }
    return mark("helper, last")
}

private suspend fun failing(): String {
    delay(1)
    error("no good")
}

class Suspending {
    @WithSpan
    suspend fun not(@SpanAttribute("x") x: String): String = mark(x)

    @WithSpan
    suspend fun once(@SpanAttribute("x") x: String): String {
        mark("before")
        delay(2)
        mark("after")
        return x
    }

    @WithSpan
    suspend fun often(): Int {
        var sum = 0
        repeat(20) {
            if (it % 5 == 0) delay(1) else yield()
            sum += it
        }
        mark("after")
        return sum
    }

    @WithSpan
    suspend fun dispatchers(): String {
        withContext(Dispatchers.IO) { mark("io"); delay(1); mark("io, later") }
        mark("between")
        withContext(pool) { delay(1); mark("pool") }
        return mark("after")
    }

    @WithSpan
    suspend fun tail(): String = helper()

    @WithSpan
    suspend fun tailDelay() = delay(2)

    @WithSpan
    suspend fun nested(): String {
        helper()
        return mark("after")
    }

    @WithSpan
    suspend fun belowAnother(): String {
        once("x")
        mark("between")
        return once("y")
    }

    @WithSpan
    suspend fun recursive(n: Int): Int {
        delay(1)
        val below = if (n == 0) 0 else recursive(n - 1)
        mark("" + n)
        return below + 1
    }

    @WithSpan
    suspend fun mutual(n: Int): Int = if (n == 0) 0 else again(n)

    private suspend fun again(n: Int): Int {
        delay(1)
        return mutual(n - 1) + 1
    }

    @WithSpan
    suspend fun deep(n: Int): Int {
        yield()
        return if (n == 0) 0 else deep(n - 1) + 1
    }

    @WithSpan
    suspend fun failsBefore(): String = error("no good")

    @WithSpan
    suspend fun failsAfter(): String {
        delay(1)
        error("no good")
    }

    @WithSpan
    suspend fun failsAtTail(): String = failing()

    @WithSpan
    suspend fun cancelled(begun: CompletableDeferred<Int>) {
        begun.complete(1)
        awaitCancellation()
    }

    @WithSpan
    suspend fun children() = coroutineScope {
        delay(1)
        val launched = launch(Dispatchers.Default) { delay(1); mark("launched") }
        val async = async(pool) { delay(1); mark("async") }
        launched.join()
        async.await() + withContext(Dispatchers.IO) { delay(1); mark("with context") }
    }

    @WithSpan
    suspend fun scoped(): String {
        coroutineScope { launch { delay(1); helper() } }
        supervisorScope { delay(1); mark("supervised") }
        withTimeout(20_000) { delay(1); mark("in time") }
        return mark("after")
    }

    @WithSpan
    suspend fun hopsBack(): String {
        val here = coroutineContext
        return withContext(Dispatchers.IO) {
            delay(1)
            withContext(here) { delay(1); mark("back") }
        }
    }

    @WithSpan(inheritContext = false)
    suspend fun root(): String {
        delay(1)
        return mark("in root")
    }

    @WithSpan("a name")
    suspend fun withAName(): String {
        delay(1)
        val frames = frames()
        return "" + ("withAName" in frames && "invokeSuspend" in frames)
    }

    @WithSpan("result")
    suspend fun asResult(): Result<String> {
        delay(1)
        return Result.failure(IllegalStateException("kept"))
    }

    @WithSpan
    suspend fun defaults(@SpanAttribute("x") x: String = "d", pause: Long = 1): String {
        delay(pause)
        return x
    }

    suspend fun hidden(): String = secret("s") + secret("t")

    @WithSpan
    private suspend fun secret(s: String): String {
        delay(1)
        return mark(s)
    }

    @AddingSpanAttributes
    suspend fun adding(@SpanAttribute("x") x: String): String {
        delay(1)
        yield()
        return x + x
    }

    suspend fun configured(): String {
        delay(1)
        return mark("in configured")
    }

    @WithSpan
    suspend fun emitting(collector: FlowCollector<Int>) {
        collector.emit(1)
        delay(1)
        collector.emit(2)
        mark("emitted")
    }

    @WithSpan
    suspend fun collecting(): Int {
        val numbers = flow {
            val collecting = currentCoroutineContext()
            emit(1)
            withContext(Dispatchers.IO) { delay(1); withContext(collecting) { emit(2) } }
            coroutineScope { delay(1); emit(3) }
        }
        return numbers.map { mark("" + it); it }.toList().size
    }

    @WithSpan
    suspend fun SequenceScope<Int>.yielding() {
        yield(1)
        yield(2)
        mark("yielded")
    }

    @WithSpan
    suspend fun foreignResume(): String {
        suspendCancellableCoroutine { foreign.schedule({ it.resume(1) }, 2, TimeUnit.MILLISECONDS) }
        mark("resumed")
        delay(1)
        return mark("after")
    }

    /** What a library might do that goes on without a dispatcher. */
    @WithSpan
    suspend fun unintercepted(): String {
        suspendCoroutineUninterceptedOrReturn {
            foreign.schedule({ it.resume(1) }, 2, TimeUnit.MILLISECONDS)
            COROUTINE_SUSPENDED
        }
        return mark("on " + Thread.currentThread().name)
    }

    @WithSpan
    suspend fun outer(@SpanAttribute("n") n: Int) {
        delay(1)
        inner(n)
        yield()
    }

    @WithSpan
    suspend fun inner(@SpanAttribute("n") n: Int) {
        yield()
        delay(1)
    }
}

class Box<T>(private val content: T) {
    @WithSpan
    suspend fun <R : CharSequence> map(change: suspend (T) -> R): R {
        delay(1)
        return change(content)
    }
}

open class Base {
    @WithSpan
    open suspend fun opened(n: Int): Int {
        mark("base")
        delay(1)
        mark("base, later")
        return if (n == 0) 1 else opened(n - 1)
    }
}

class Derived : Base() {
    override suspend fun opened(n: Int): Int {
        delay(1)
        return super.opened(n) + 1
    }
}

interface Defaulted {
    @WithSpan
    suspend fun byDefault(@SpanAttribute("x") x: String): String {
        mark("before")
        delay(1)
        return mark("after")
    }
}

class ByDefault : Defaulted

@WithSpan
suspend fun String.extended(@SpanAttribute("times") times: Int): String {
    delay(1)
    return mark(this.repeat(times))
}

/** Fails when it is first asked for its context, which the function itself would not do so early. */
private class OddContinuation : Continuation<Unit> {
    val done = CompletableFuture<String>()
    private var asked = false

    override val context: CoroutineContext
        get() {
            check(asked) { asked = true; "odd" }
            return EmptyCoroutineContext
        }

    override fun resumeWith(result: Result<Unit>) {
        done.complete("" + result.isSuccess)
    }
}

/** What a debugger sees of the functions that called each other: it sees through the agent's frame. */
private suspend fun frames(): List<String> = suspendCoroutineUninterceptedOrReturn { continuation ->
    generateSequence(continuation as? CoroutineStackFrame) { it.callerFrame }
        .mapNotNull { it.getStackTraceElement()?.methodName }
        .toList()
}
