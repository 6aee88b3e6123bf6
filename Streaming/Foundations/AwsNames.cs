namespace Nautilus.Foundations;

/// <summary>The names that AWS accepts, each with the document that says so.</summary>
public static class AwsNames
{
    /// <summary>A Kinesis stream.</summary>
    public static Pattern Stream { get; } = Pattern.Of(
        "[a-zA-Z0-9_.-]{1,128}",
        "1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-'",
        "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html");

    /// <summary>A registered consumer of a Kinesis stream.</summary>
    public static Pattern StreamConsumer { get; } = Pattern.Of(
        "[a-zA-Z0-9_.-]{1,128}",
        "1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-'",
        "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_RegisterStreamConsumer.html");

    /// <summary>An application of the Kinesis Client Library: a name for DynamoDB's tables, with room for what the library adds.</summary>
    public static Pattern KclApplication { get; } = Pattern.Of(
        "[a-zA-Z0-9_.-]{3,237}",
        "3 to 237 of a-z, A-Z, 0-9, '_', '.' and '-'",
        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html");

    /// <summary>A Firehose delivery stream.</summary>
    public static Pattern DeliveryStream { get; } = Pattern.Of(
        "[a-zA-Z0-9_.-]{1,64}",
        "1 to 64 of a-z, A-Z, 0-9, '_', '.' and '-'",
        "https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html");

    /// <summary>An application of Managed Service for Apache Flink.</summary>
    public static Pattern FlinkApplication { get; } = Pattern.Of(
        "[a-zA-Z0-9_.-]{1,128}",
        "1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-'",
        "https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_CreateApplication.html");

    /// <summary>A group of properties of a Flink application.</summary>
    public static Pattern FlinkPropertyGroup { get; } = Pattern.Of(
        "[a-zA-Z0-9_.-]{1,50}",
        "1 to 50 of a-z, A-Z, 0-9, '_', '.' and '-'",
        "https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_PropertyGroup.html");

    /// <summary>A state machine of Step Functions.</summary>
    public static Pattern StateMachine { get; } = Pattern.Of(
        "[a-zA-Z0-9_-]{1,80}",
        "1 to 80 of a-z, A-Z, 0-9, '_' and '-'",
        "https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html");

    /// <summary>A time, or times, of a schedule of EventBridge Scheduler.</summary>
    public static Pattern PeakSchedule { get; } = Pattern.Of(
        @"cron\(\S+( \S+){5}\)|at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)",
        "cron(minutes hours day-of-month month day-of-week year) or at(yyyy-mm-ddThh:mm:ss)",
        "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html");

    /// <summary>A Lambda function.</summary>
    public static Pattern Function { get; } = Pattern.Of(
        "[a-zA-Z0-9_-]{1,64}",
        "1 to 64 of a-z, A-Z, 0-9, '_' and '-'",
        "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html");

    /// <summary>An environment variable of a Lambda function.</summary>
    public static Pattern EnvironmentVariable { get; } = Pattern.Of(
        "[a-zA-Z][a-zA-Z0-9_]+",
        "2 or more of a-z, A-Z, 0-9 and '_', and begin with a letter",
        "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html");

    /// <summary>A topic rule of AWS IoT.</summary>
    public static Pattern IotRule { get; } = Pattern.Of(
        "[a-zA-Z0-9_]{1,128}",
        "1 to 128 of a-z, A-Z, 0-9 and '_'",
        "https://docs.aws.amazon.com/iot/latest/apireference/API_CreateTopicRule.html");

    /// <summary>An S3 bucket.</summary>
    public static Pattern Bucket { get; } = Pattern.Of(
        "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
        "a bucket's name, 3 to 63 of a-z, 0-9, '.' and '-'",
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html");

    /// <summary>Folders in a bucket. An equals sign is allowed, because partitions have one.</summary>
    public static Pattern ObjectPrefix { get; } = Pattern.Of(
        "([A-Za-z0-9_.=-]+/)*",
        "folders of letters, digits and _ . = -, and end with a slash",
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html");

    /// <summary>A database, a table or a column of the Glue catalog that Athena takes without quotes.</summary>
    public static Pattern GlueName { get; } = Pattern.Of(
        "[a-z][a-z0-9_]{0,254}",
        "1 to 255 of a-z, 0-9 and '_', and begin with a letter",
        "https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html");

    /// <summary>An OpenSearch domain.</summary>
    public static Pattern SearchDomain { get; } = Pattern.Of(
        "[a-z][a-z0-9-]{2,27}",
        "3 to 28 of a-z, 0-9 and '-', and begin with a letter",
        "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html");

    /// <summary>A version of OpenSearch.</summary>
    public static Pattern SearchEngine { get; } = Pattern.Of(
        @"OpenSearch_[0-9]{1,2}\.[0-9]{1,2}",
        "a version of OpenSearch, such as OpenSearch_3.3",
        "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html");

    /// <summary>An index of OpenSearch, with room for the date that Firehose adds.</summary>
    public static Pattern SearchIndex { get; } = Pattern.Of(
        "[a-z0-9][a-z0-9_.-]{0,79}",
        "1 to 80 of a-z, 0-9, '_', '.' and '-', and begin with a letter or a digit",
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/indexing.html");

    /// <summary>A namespace or a workgroup of Redshift Serverless.</summary>
    public static Pattern Warehouse { get; } = Pattern.Of(
        "[a-z0-9-]{3,64}",
        "3 to 64 of a-z, 0-9 and '-'",
        "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateNamespace.html");

    /// <summary>A database or a user of Redshift.</summary>
    public static Pattern RedshiftName { get; } = Pattern.Of(
        "[a-z][a-z0-9_]{0,63}",
        "1 to 64 of a-z, 0-9 and '_', and begin with a letter",
        "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_GetCredentials.html");

    /// <summary>A table or a column of Redshift.</summary>
    public static Pattern RedshiftIdentifier { get; } = Pattern.Of(
        "[a-z][a-z0-9_]{0,126}",
        "1 to 127 of a-z, 0-9 and '_', and begin with a letter",
        "https://docs.aws.amazon.com/redshift/latest/dg/r_names.html");

    /// <summary>A region.</summary>
    public static Pattern Region { get; } = Pattern.Of(
        "[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}",
        "a region's name, such as us-east-1",
        "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html");

    /// <summary>An Availability Zone, by its name or by its letter.</summary>
    public static Pattern Zone { get; } = Pattern.Of(
        "([a-z]{2,4}(-[a-z]+)+-[0-9])?[a-h]",
        "a letter from a to h, or a zone's name, such as us-east-1a",
        "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html");

    /// <summary>The end of the name of an endpoint service.</summary>
    public static Pattern EndpointService { get; } = Pattern.Of(
        "[a-z0-9]+([.-][a-z0-9]+)*",
        "the end of an endpoint service's name, such as kinesis-streams",
        "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html");

    /// <summary>An IAM action of one service.</summary>
    public static Pattern Action { get; } = Pattern.Of(
        @"[a-z0-9-]+:[A-Z][A-Za-z0-9]+\*?",
        "an action, such as glue:GetTable",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html");

    /// <summary>The external id that another account sends when it assumes a role.</summary>
    public static Pattern ExternalId { get; } = Pattern.Of(
        "[A-Za-z0-9_+=,.@:/-]{2,1224}",
        "2 to 1224 of letters, digits and + = , . @ : / - _",
        "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html");

    /// <summary>The characters of a tag's key or value.</summary>
    public static Pattern TagText { get; } = Pattern.Of(
        @"[\p{L}\p{Z}\p{N}_.:/=+\-@]*",
        "letters, digits, spaces and _ . : / = + - @ only",
        "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html");
}
