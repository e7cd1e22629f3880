namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>Whether this is a build server, where nothing remembered from another build is trusted.</summary>
public static class ContinuousIntegration
{
    // Each set by its server in every job. Most set CI as well; TF_BUILD (Azure Pipelines), TEAMCITY_VERSION, JENKINS_URL and CodeBuild don't.
    private static readonly string[] Variables =
    [
        "CI",
        "CONTINUOUS_INTEGRATION",
        "TF_BUILD",
        "GITHUB_ACTIONS",
        "GITLAB_CI",
        "JENKINS_URL",
        "TEAMCITY_VERSION",
        "BUILDKITE",
        "CIRCLECI",
        "TRAVIS",
        "APPVEYOR",
        "BITBUCKET_BUILD_NUMBER",
        "CODEBUILD_BUILD_ID",
        "DRONE",
        "WOODPECKER_CI",
        "SEMAPHORE",
        "CIRRUS_CI",
        "GITEA_ACTIONS",
        "bamboo_buildKey",
        "GO_PIPELINE_NAME",
        "HARNESS_BUILD_ID",
        "BUILDER_OUTPUT",
        "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI",
    ];

    /// <summary>Whether the build says so or any of the usual variables does. A value of <c>false</c>, <c>0</c> or nothing says no.</summary>
    /// <param name="getVariable">Reads an environment variable; null when it isn't set.</param>
    /// <param name="property">The value of the MSBuild property ContinuousIntegrationBuild; null when there is none.</param>
    public static bool IsDetected(Func<string, string?> getVariable, string? property) =>
        IsSet(property) || Array.Exists(Variables, name => IsSet(getVariable(name)));

    private static bool IsSet(string? value)
    {
        var text = value?.Trim();
        return !string.IsNullOrEmpty(text) && text != "0" && !string.Equals(text, "false", StringComparison.OrdinalIgnoreCase);
    }
}
