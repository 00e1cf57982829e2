namespace Kube;

/// <summary>
/// A source-generated JSON context that shares what is known of a type with the built-in kinds and with other such contexts: a program that reads pods,
/// jobs and its own kind with a pod template in it describes the hundred types of a pod once, which saves start-up time and memory.
/// </summary>
/// <example>
/// <code>
/// [JsonSerializable(typeof(CronTab))]
/// public sealed partial class CronTabJson : JsonSerializerContext, ISharedJsonContext;
/// </code>
/// </example>
/// <remarks>
/// <para>It takes effect through <see cref="KubeJson.TypeInfo{T}"/>, which generated clients use. Properties such as <c>CronTabJson.Default.CronTab</c>
/// describe everything anew.</para>
/// <para>A type that several such contexts know is described once, by whichever is at hand when it is first asked for: <see cref="KubeJsonContext"/> always
/// is, the others from their first use. So each is to describe it alike: with <c>UseStringEnumConverter</c> everywhere or nowhere, and with access to
/// all its members. Other options than those that <see cref="KubeJson"/> sets are refused.</para>
/// </remarks>
public interface ISharedJsonContext;
