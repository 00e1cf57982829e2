namespace Kube.Core.Tests.Requests;

public sealed class RequestQueryTests
{
    [Fact]
    public void A_list_without_options_has_no_query() => Assert.Equal("", RequestQuery.Of((ListOptions?)null));

    [Fact]
    public void Every_list_option_is_written_and_escaped()
    {
        var options = new ListOptions
        {
            LabelSelector = "app=a,tier in (x,y)",
            FieldSelector = "metadata.name=a",
            Limit = 500,
            Continue = "token+/=",
            ResourceVersion = "0",
        };

        Assert.Equal(
            "labelSelector=app%3Da%2Ctier%20in%20%28x%2Cy%29&fieldSelector=metadata.name%3Da&limit=500&continue=token%2B%2F%3D&resourceVersion=0",
            RequestQuery.Of(options));
    }

    [Fact]
    public void A_watch_asks_for_bookmarks_unless_told_otherwise()
    {
        Assert.Equal("watch=true&allowWatchBookmarks=true", RequestQuery.Of((WatchOptions?)null));
        Assert.Equal("watch=true", RequestQuery.Of(new WatchOptions { AllowBookmarks = false }));
    }

    [Fact]
    public void A_streamed_list_says_how_old_its_state_may_be() => Assert.Equal(
        "watch=true&allowWatchBookmarks=true&resourceVersion=42&sendInitialEvents=true&resourceVersionMatch=NotOlderThan",
        RequestQuery.Of(new WatchOptions { ResourceVersion = "42", SendInitialEvents = true }));

    [Fact]
    public void A_watch_goes_on_from_a_version_for_whole_seconds() => Assert.Equal(
        "watch=true&allowWatchBookmarks=true&labelSelector=a%3Db&resourceVersion=42&timeoutSeconds=290",
        RequestQuery.Of(new WatchOptions { LabelSelector = "a=b", ResourceVersion = "42", Timeout = TimeSpan.FromSeconds(290.9) }));

    [Fact]
    public void Write_options_are_written_only_when_set()
    {
        Assert.Equal("", RequestQuery.Of(new WriteOptions()));
        Assert.Equal(
            "fieldManager=ray-operator&force=true&dryRun=All",
            RequestQuery.Of(new WriteOptions { FieldManager = "ray-operator", Force = true, DryRun = true }));
    }

    [Fact]
    public void Field_validation_is_named_only_when_chosen()
    {
        Assert.Equal("fieldValidation=Strict", RequestQuery.Of(new WriteOptions { FieldValidation = FieldValidation.Strict }));
        Assert.Equal("fieldValidation=Warn", RequestQuery.Of(new WriteOptions { FieldValidation = FieldValidation.Warn }));
        Assert.Equal("fieldValidation=Ignore", RequestQuery.Of(new WriteOptions { FieldValidation = FieldValidation.Ignore }));
    }

    [Fact]
    public void A_version_of_a_list_is_meant_as_told() => Assert.Equal(
        "resourceVersion=7&resourceVersionMatch=NotOlderThan",
        RequestQuery.Of(new ListOptions { ResourceVersion = "7", ResourceVersionMatch = ResourceVersionMatch.NotOlderThan }));

    [Fact]
    public void A_request_names_its_target_with_the_query()
    {
        Assert.Equal("/api/v1/pods", new ApiRequest(HttpMethod.Get, "/api/v1/pods").Target);
        Assert.Equal("/api/v1/pods?watch=true", new ApiRequest(HttpMethod.Get, "/api/v1/pods") { Query = "watch=true" }.Target);
    }
}
